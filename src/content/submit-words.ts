import { phraseFinder } from './phrases.ts';
import { plainText } from './plain-words.ts';

/** What sends a new code, goes another way, or leads away: never pressed. */
const OTHER_WAYS =
  'resend*|re send|send again|send a new|send new|send code|send the code|send me|send a|send an|text me|call me|new code|get code|get a|get the code|code request*|request*|accept all|subscribe*|search*|clear|show|hide|paste|menu|again|another|other|different|try|switch|use a|use your|use my|call|phone|sms|text me|e mail|email|back|cancel*|close|help|skip|not now|later|forgot*|lost|trouble|problem*|recover*|backup*|remember*|trust*|sign up|register|create|delete|remove|log out|logout|sign out|turn off|disable*|' +
  'opnieuw|nieuwe code|stuur*|verstuur een|andere|anders|bel mij|terug|annuleer*|annuleren|sluiten|hulp|overslaan|vergeten|kwijt|herstel*|onthoud*|vertrouw*|uitloggen|afmelden|verwijder*|uitschakelen|' +
  'erneut*|neuen code|anfordern|code senden|zusenden|alle akzeptieren|anderer|andere|zuruck|abbrechen|schliessen|hilfe|uberspringen|vergessen|wiederherstell*|abmelden|loschen|' +
  'renvoyer|nouveau code|autre*|retour|annuler|fermer|aide|passer|oublie*|recuper*|deconnexion|supprimer|' +
  'reenviar*|nuevo codigo|otro|otra|volver|atras|cancelar|cerrar|ayuda|omitir|olvid*|cerrar sesion|eliminar|' +
  'enviar novamente|novo codigo|outro|outra|voltar|fechar|ajuda|pular|esqueci|sair|excluir|' +
  'invia di nuovo|reinvia*|nuovo codice|altro|altra|indietro|annulla|chiudi|aiuto|salta|dimentic*|esci|elimina|' +
  'wyslij ponownie|nowy kod|inny|inna|wstecz|anuluj|zamknij|pomoc|pomin|wyloguj|usun|' +
  'tekrar*|yeni kod|baska|geri|iptal|kapat|yardim|atla|unuttum|cikis|sil|' +
  'повтор*|новый код|другой|другим|назад|отмена|закрыть|помощь|пропустить|забыл*|выйти|удалить|новий код|інший|скасувати|' +
  'إعادة|رمز جديد|أخرى|رجوع|إلغاء|ارسال مجدد|کد جدید|بازگشت|انصراف|फिर से|वापस|kirim ulang|kode baru|cara lain|kembali|batal|gui lai|ma moi|cach khac|quay lai|huy|' +
  '重新|再次|重发|重新发送|其他|其它|返回|取消|再送|別の|戻る|キャンセル|다시|재전송|다른|뒤로|취소';

/** What a button says that sends a code. Asked only where nothing but its words tells what it is for. */
const SEND_WORDS =
  'verif*|confirm*|continue*|submit|sign in|signin|log in|login|next|proceed|authenticat*|validate|approve|done|enter|unlock|ok|go|finish|activate|turn on|enable|' +
  'inloggen|aanmelden|bevestig*|doorgaan|verder|volgende|controleer*|verzenden|' +
  'bestatig*|anmelden|einloggen|weiter|prufen|uberprufen|absenden|fortfahren|' +
  'valider|verifier|se connecter|connexion|continuer|suivant|envoyer|' +
  'verificar|iniciar sesion|continuar|siguiente|aceptar|enviar|entrar|validar|avancar|seguinte|proximo|' +
  'verifica*|accedi|conferma*|continua|avanti|invia|entra|' +
  'zaloguj*|potwierdz*|dalej|zweryfikuj|kontynuuj|weryfikuj|' +
  'dogrula*|giris yap|onayla*|devam*|ileri|gonder|' +
  'войти|подтвердить|продолжить|далее|проверить|отправить|увійти|підтвердити|продовжити|далі|перевірити|' +
  'تحقق*|تأكيد|متابعة|دخول|تایید*|ورود|ادامه|सत्यापित*|जारी*|masuk|verifikasi|konfirmasi|lanjut*|xac nhan|xac minh|dang nhap|tiep tuc|tiep theo|' +
  '验证|驗證|登录|登入|确认|確認|提交|下一步|继续|ログイン|認証|送信|次へ|続行|확인|로그인|인증|다음|계속';

function lazily(phrases: string): (text: string) => boolean {
  // Few pages need it, and none before a fill.
  let find: ReturnType<typeof phraseFinder> | null = null;
  return (text) => {
    find ??= phraseFinder([phrases]);
    return find(plainText(text)).size > 0;
  };
}

export const isOtherWay = lazily(OTHER_WAYS);
export const isSendWord = lazily(SEND_WORDS);
