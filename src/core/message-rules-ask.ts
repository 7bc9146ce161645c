/** Words for what a message asks of its reader, as data. The signs of phrases are those of `message-phrases.ts`. */
import type { PhraseRule } from './message-phrases.ts';

/** With a code in the same sentence these ask to hand it over. */
export const REPLY_WITH: readonly PhraseRule[] = [
  {
    id: 'reply-with',
    because: 'Asks for an answer that carries something.',
    phrases:
      'reply with|reply to this …with|respond with|respond to this …with|answer with|text back|text us|text me|send back|send it back|sent back|send it to me|send it to us|send me|send us|forward it|forward this|forward the|forward to|tell us|tell me|give me|give us|share it with me|share it with us|share with our|read it to|read it out|antwoord met|beantwoord …met|reageer met|als antwoord|stuur …terug|stuur …door|stuur mij|stuur ons|stuur me|terugsturen|terug te sturen|doorsturen|door te sturen|doorgeven aan ons|geef …door|geef me|geef mij|geef ons|lees …voor|voorlezen|voor te lezen|noem …aan|sms …terug|app …terug|app mij|app me|mail …terug|antworten sie mit|antworte mit|antworten sie …mit|senden sie …zuruck|sende …zuruck|schicken sie …zuruck|schick …zuruck|schicke mir|schick mir|senden sie uns|senden sie mir|sende uns|sende mir|teilen sie uns|teile uns|teilen sie …mitarbeiter*|nennen sie …mitarbeiter*|nennen sie uns|lesen sie …vor|leiten sie …weiter|leite …weiter|weiterleiten|zuruckschicken|zurucksenden|repondez avec|repondez …avec|repondez par|renvoyez|renvoie|renvoyer|envoyez nous|envoyez moi|envoie moi|transmettez|transferez|communiquez nous|communiquez le a|donnez …conseiller|lisez …a|dictez|responda con|responda a …con|responde con|responde a …con|reenvie|reenvia|reenviar|devuelva|devuelve|envienos|envianos|enviame|enviar de vuelta|mandame|mandeme|digame|dinos|diganos|dicte|proporcione …agente|comparta …agente|lea …al|responda com|responda a …com|responda esta …com|envie de volta|reenvie|encaminhe|envie nos|envie para nos|me envie|me manda|me mande|informe …atendente|informe …atendente|informe ao|diga ao|leia …para|rispondi con|risponda con|rispondi a …con|rispedisci|rimanda|inoltra|inoltri|inviaci|inviami|mandami|comunica …operatore|comunichi …operatore|leggi …al|odpowiedz …kod*|odpisz|odeslij|odeslac|przeslij …nam|przeslij mi|wyslij mi|wyslij nam|podaj …konsultant*|podyktuj|przekaz …konsultant*|przekaz nam|yanitlayin|cevaplayin|cevap olarak|geri gonder*|bize gonder*|bana gonder*|bize iletin|bize ilet|bize bildirin|temsilci* …soyle*|temsilci* …okuyun|пришлите|перешлите|отправьте …нам|отправьте …ответ*|отправь мне|скинь|скиньте|ответьте|в ответ|продиктуйте|продиктуй|сообщите …оператор*|сообщите …сотрудник*|сообщите нам|назовите …оператор*|назовите …сотрудник*|назовите нам|передайте …сотрудник*|надішліть|перешліть|скинь|у відповідь|продиктуйте|повідомте …оператор*|повідомте …працівник*|повідомте нам|назвіть|передайте|أرسل لنا|ارسل لنا|أرسل لي|ارسل لي|أعد إرسال|اعد ارسال|أرسل الرمز|أرسل رمز|أرسل الكود|ارسل الرمز|ارسل الكود|قم بالرد|الرد على|أخبرنا|اخبرنا|زودنا|أعطني|شارك الرمز|إعادة توجيه|برای ما ارسال|برای ما بفرست|برایم بفرست|به ما بگو|در پاسخ|ارسال کنید|پاسخ دهید|بخوانید|हमें भेजें|मुझे भेजें|मुझे भेज|वापस भेजें|जवाब में|उत्तर दें|हमें बताएं|बताएं|balas dengan|balas …dengan|balas pesan|kirim kembali|kirimkan kembali|kirimkan ke|kirim ke kami|kirim kode|kirimkan kode|teruskan|beritahu kami|beri tahu kami|bacakan|sebutkan|tra loi …bang|tra loi tin|gui lai|gui ma|gui cho chung toi|chuyen tiep|doc ma|cung cap ma|回复此|回覆此|回复验证码|回覆驗證碼|将验证码发|把验证码发|将此码发|把码发|发送给我们|发给我|發給我|發送給我們|告诉客服|告知客服|提供给客服|告訴客服|转发给|轉發給|返信して|ご返信|返信ください|送り返|転送して|お伝えください|教えてください|読み上げて|답장|회신|보내주세요|보내 주세요|전달해 주세요|전달해주세요|알려주세요|알려 주세요|불러주세요|불러 주세요',
  },
  {
    id: 'hand-over',
    because: 'Asks to tell a person.',
    phrases:
      'read …to the|read …to our|read …to him|read …to her|read …to them|read …to us|read …to me|tell …agent|tell …operator|tell …representative|tell …caller|give …agent|give …operator|give …representative|give …caller|give …to our|give …to us|provide …agent|provide …operator|provide …representative|provide …to our|provide …to us|share …agent|share …with our|share …with us|share …with me|send …to us|send …to me|send …back|send …agent|text …to us|text …to me|forward …to|give …back|medewerker …voor|aan …medewerker|aan onze|collega …door|naar mij|naar ons|aan ons|aan mij|to me|to us|to our agent|to our …agent|to our staff|to our team|to our helpdesk|to our …representative|to our …employee|an uns|an mich|unserem …mitarbeiter*|unseren …mitarbeiter*|a notre …conseiller|a notre …agent|a notre service|a moi|au conseiller|a nuestro …agente|a nuestro …asesor|al agente|al operador|al asesor|a nuestro equipo|ao nosso …atendente|ao atendente|para nos|para mim|al nostro …operatore|all operatore|naszemu …konsultantowi|konsultantowi|нашему …сотруднику|нашему …оператору|сотруднику банка|оператору|нашому …оператору|працівнику банку',
  },
];

/** In the same sentence they turn such an ask into a warning of it. */
export const NEGATED: readonly PhraseRule[] = [
  {
    id: 'negated',
    because: 'Never, not, nobody, and talk of deceivers.',
    phrases:
      'never|not|no one|noone|nobody|anyone|anybody|someone|don t|dont|do not|won t|will not|cannot|scam*|fraud*|nooit|niet|niemand|geen|iemand|oplicht*|nie|niemals|nicht|niemand*|kein*|jemand*|betrug*|jamais|ne|n|pas|personne|aucun*|arnaque*|fraude*|nunca|no|nadie|ningun*|jamas|estafa*|nao|ninguem|nenhum*|golpe|mai|non|nessuno|truffa*|nie|nigdy|nikomu|nikt|oszust*|asla|kimse*|paylasmayin*|vermeyin*|soylemeyin*|iletmeyin*|etmeyin*|gondermeyin*|никому|никогда|не|мошенник*|нікому|ніколи|шахра*|لا|لن|أبدا|أحد|احد|ندهید|نکنید|نگذارید|نفرستید|هرگز|کسی|नहीं|न करें|कभी|किसी|मत|jangan|tidak|siapa pun|siapapun|penipu*|khong|dung|bat ky|lua dao|不要|请勿|請勿|切勿|勿|不会|不會|任何人|他人|骗|ないで|しない|ません|他人|誰にも|마세요|마십시오|않|타인|절대',
  },
];

/** Names of a link to help. */
export const HELP: readonly PhraseRule[] = [
  {
    id: 'help',
    because: 'Says that what follows is help or an explanation.',
    phrases:
      'help|help link|why you|why am i|why did|why we|waarom je|waarom u|waarom ik|waarom wij|waarom we|warum sie|warum du|pourquoi|por que|perche|dlaczego|почему|чому|neden|need help|get help|for help|more help|support|learn more|more info*|find out more|read more|more details|questions|faq|see how|about this message|why ~this message|hulp|hulp nodig|help koppeling|helpkoppeling|hulplink|helplink|help link|meer info*|meer weten|lees meer|meer lezen|vragen|uitleg|ondersteuning|toelichting|hilfe|hilfelink|mehr info*|weitere info*|mehr erfahren|weitere hilfe|mehr dazu|fragen|support|unterstutzung|aide|besoin d aide|en savoir plus|plus d info*|plus d informations|assistance|pour plus|questions|ayuda|mas info*|mas informacion|obtener ayuda|saber mas|soporte|dudas|preguntas|ajuda|mais info*|saiba mais|saber mais|suporte|duvidas|aiuto|assistenza|supporto|per saperne di piu|maggiori info*|ulteriori info*|scopri di piu|domande|pomoc|pomocy|wiecej info*|dowiedz sie wiecej|wsparcie|pytania|yardim|destek|daha fazla bilgi|bilgi icin|ayrintili bilgi|справка|помощь|поддержка|подробнее|подробности|узнать больше|дополнительн* сведени*|вопросы|допомога|довідка|підтримка|докладніше|детальніше|дізнатися більше|المساعدة|مساعدة|للمساعدة|الدعم|لمزيد من المعلومات|لمعرفة المزيد|اعرف المزيد|راهنما|راهنمایی|کمک|پشتیبانی|اطلاعات بیشتر|بیشتر بدانید|सहायता|मदद|अधिक जानकारी|और जानें|सपोर्ट|bantuan|info lebih lanjut|informasi lebih lanjut|pelajari lebih lanjut|selengkapnya|dukungan|tro giup|ho tro|giup do|tim hieu them|thong tin them|xem them|帮助|幫助|帮助链接|了解更多|详情|詳情|更多信息|瞭解更多|說明|说明|支持|ヘルプ|サポート|詳細|詳しくは|詳しい情報|도움말|도움|고객지원|자세히|자세한 내용|지원',
  },
];

/** Says outright that nothing is asked. */
export const NO_ACTION: readonly PhraseRule[] = [
  {
    id: 'no-action',
    because: 'No action is needed.',
    phrases:
      'no action ~needed|no action ~required|no action ~necessary|no further action|no action|don t need to do anything|hoeft hier niets|do not need to do anything|nothing to do|nothing you need to do|need not do anything|no need to reply|no need to respond|no reply ~needed|no response ~needed|nothing else to do|you re all set|niets te doen|hoeft ~niets|geen actie ~vereist|geen actie ~nodig|geen actie|geen verdere actie|niets doen|hoeft niet te reageren|hoeft niet te antwoorden|sie mussen nichts|du musst nichts|mussen nichts ~tun|musst nichts ~tun|nichts tun|nichts weiter tun|keine aktion|keine ~massnahme*|keine ~maßnahme*|nichts zu tun|kein handlungsbedarf|nicht antworten|aucune action|aucune ~demarche|rien a faire|vous n avez rien|n avez rien a faire|tu n as rien|no tiene que hacer nada|no tienes que hacer nada|no es necesari* ~accion|no es necesario ~haga*|ninguna accion|no se requiere|no requiere ~accion|no debe hacer nada|no debes hacer nada|nao e necessari*|nao precisa ~fazer|nenhuma acao|nada a fazer|nao tem de fazer|nao e preciso|non devi fare nulla|non deve fare nulla|non devi fare niente|nessuna azione|non e necessari*|non occorre|nie musisz nic|nie musi pan* nic|nic nie musisz|zadne dzialani*|nie jest wymagan*|nie wymaga ~dzialan*|hicbir sey yapman*|bir sey yapman*|islem yapman*|herhangi bir islem|yapmaniz gereken bir sey yok|ничего делать не|ничего не нужно делать|не нужно ничего|никаких действий|действий не требуется|действия не требуются|нічого робити не|нічого не потрібно робити|не потрібно нічого|жодних дій|дій не потрібно|لا يلزم|لا يتطلب|لا حاجة|لست بحاجة|لا تحتاج إلى|لا داعي|نیازی به|نیازی نیست|لازم نیست|اقدامی لازم|कुछ करने की|कार्रवाई की आवश्यकता नहीं|कोई कार्रवाई|tidak perlu melakukan|tidak ada tindakan|tidak perlu tindakan|khong can lam gi|khong can thuc hien|khong can thao tac|khong yeu cau|无需任何|无需操作|無需任何|無需操作|不需要任何|无需进行|不必|操作は必要ありません|必要はありません|不要です|対応は必要|조치가 필요하지|필요하지 않습니다|필요가 없|하실 필요',
  },
];

/** Before a verb it asks for nothing: "You don't have to reply". */
export const NOT_NEEDED: readonly PhraseRule[] = [
  {
    id: 'not-needed',
    because: 'Need not.',
    phrases:
      'don t need to|do not need to|don t have to|do not have to|no need to|needn t|hoef niet te|hoeft niet te|hoeft u niet te|hoef je niet te|nicht zu|sie mussen nicht|du musst nicht|pas besoin de|inutile de|no hace falta|no es necesario|no tiene que|no necesitas|nao precisa|nao e preciso|nao e necessario|non devi|non e necessario|non occorre|non serve|nie musisz|nie trzeba|не нужно|не надо|не потрібно|tidak perlu|khong can',
  },
];

/** Asks the reader to do something besides reading; at the beginning of a clause, or after "please". */
export const ASKS: readonly PhraseRule[] = [
  {
    id: 'imperative',
    because: 'Log in, pay, confirm, change, order: a message that asks is none that asks nothing.',
    phrases:
      'log in|log on|sign in|tap|press|pay|confirm|verify|update|change|reset|secure|activate|download|install|upgrade|renew|register|claim|reply|call|track|follow|order|shop|buy|book|complete|submit|review|unlock|restore|reschedule|enter|open|redeem|get your|get the|get a|join|download|log direct in|log nu in|log|meld|tik|betaal|bevestig|verifieer|wijzig|werk|controleer|activeer|vraag|bel|volg|bestel|koop|boek|reageer|antwoord|deblokkeer|verleng|annuleer|vul|upload|plan|open|profiteer|download|loggen sie|melden sie|tippen|zahlen|bezahlen|bestatigen|bestatige|verifizieren|andern|andere|aktualisieren|aktivieren|rufen|verfolgen|bestellen|antworten|connectez|appuyez|payez|confirmez|verifiez|modifiez|changez|activez|mettez|appelez|suivez|commandez|achetez|repondez|regularisez|profitez|inicie|inicia|pulse|pague|confirme|confirma|verifique|verifica|cambie|cambia|actualice|actualiza|active|activa|llame|siga|sigue|compre|compra|responda|toque|acesse|entre|atualize|altere|ative|ligue|acompanhe|rastreie|tocca|accedi|acceda|paga|paghi|conferma|confermi|verifichi|modifica|aggiorna|attiva|chiama|traccia|ordina|acquista|rispondi|zaloguj|zaplac|oplac|potwierdz|zweryfikuj|zmien|zaktualizuj|aktywuj|zadzwon|sledz|zamow|kup|odpowiedz|войдите|нажмите|перейдите|оплатите|подтвердите|проверьте|измените|смените|обновите|активируйте|позвоните|отслед*|закажите|купите|ответьте|увійдіть|натисніть|перейдіть|сплатіть|підтвердіть|перевірте|змініть|оновіть|зателефонуйте|замовте|bayar|konfirmasi|ubah|ganti|perbarui|hubungi|lacak|beli|login|bam|nhan vao|thanh toan|xac nhan|doi mat khau|cap nhat|goi|theo doi|mua',
  },
  {
    id: 'asks-anywhere',
    because: 'Forms that mean nothing else, wherever they stand.',
    phrases:
      'click|tap here|tap the|tap this|act now|pay now|log in now|sign in now|if this wasn t you|if it wasn t you|if this was not you|wasn t you|klik|klikken|tik op|te betalen|te deblokkeren|om te voorkomen|niet zelf gedaan|klicken|klick|tippen sie|cliquez|cliquer|haga clic|haz clic|hacer clic|clique|clicar|clicca|cliccare|fai clic|kliknij|tiklayin*|tikla|odeyin*|onaylayin*|dogrulayin*|degistirin*|guncelleyin*|arayin*|giris yapin*|takip edin*|нажмите|перейдите по|klik|سجل الدخول|اضغط|انقر|ادفع|قم بتأكيد|غير كلمة|قم بتغيير|قم بتحديث|اتصل بنا|للتتبع|وارد شوید|کلیک|پرداخت کنید|تغییر دهید|تماس بگیرید|خرید کنید|लॉगिन करें|क्लिक|भुगतान करें|पुष्टि करें|बदलें|अपडेट करें|कॉल करें|ऑर्डर करें|点击|點擊|请登录|請登入|请支付|付款|请确认|请修改|请更改|请更新|拨打|请查询|购买|回复|回覆|クリック|タップ|ログインして|お支払い|変更して|更新して|確認してください|返信|클릭|로그인하|로그인해|결제|변경하|변경해|업데이트하|구매|회신|답장',
  },
];

/** In front of a verb they make it an ask. */
export const PLEASE: readonly PhraseRule[] = [
  {
    id: 'please',
    because: 'Please, must, need to, now.',
    phrases:
      'please|must|need to|have to|you should|now|and|or|to continue|u dient|u moet|je moet|gelieve|graag|alstublieft|en|of|bitte|sie mussen|du musst|und|veuillez|vous devez|merci de|et|por favor|debe|debes|tiene que|y|favor|deve|precisa|per favore|devi|deve|prosze|musisz|i|lutfen|пожалуйста|необходимо|нужно|и|будь ласка|потрібно|необхідно|harap|mohon|silakan|vui long|hay',
  },
];
