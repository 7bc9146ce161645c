import type { WordRule } from './rules-code.ts';

/** `hard`: wins over a code word beside it ("card verification code"). The others lose ("code sent to your phone"). */
export interface NotRule extends WordRule {
  hard: boolean;
}

/** Around a card form even a "security code" is the card's. */
export const CARD =
  'card number|cardnumber|card no|name on card|cardholder*|card holder|credit card|debit card|card expir*|expiry date|expiration date|expiration|valid thru|mm yy|mm yyyy|cvv|cvc|visa|mastercard|tarjeta|vencimiento|cartao|carta di credito|carte bancaire|carte de credit|kreditkart*|kart numarasi|karta*|номер карты|номер картки|بطاقة|کارت|カード*|信用卡|卡号|카드|the thanh toan|kartu kredit|payment method';

/** What a picture is called whose characters are to be copied: then the "verification code" is the picture's. */
export const PICTURE =
  '*captcha*|kaptcha|verif* code*|verification image|verify img|verifycode*|ver code|vercode|v code|vcode|valid* code|validatecode|check code|checkcode|auth code|authcode|rand code|randcode|rand img|code img|codeimg|codeimage|img code|imgcode|image code|security image|security code|seccode|secimg|yzm|turing|drawn characters|change code|changecode|change image|change img|refresh code|看不清|换一张|換一張|验证码|驗證碼';

/** The same, where the picture is made by the server for this one visit. */
export const MADE_PICTURE = 'code|codes|verif*|valid*|secur*|auth*|rand*';

/** Rows of boxes that are a game or a puzzle. */
export const GAME =
  'letter|letters|lettre|lettres|letra|letras|buchstabe*|wordle|word|words|guess*|crossword*|sudoku|puzzle*|hangman|tile|tiles|scrabble|riddle*';

/** Papers and sittings that are opened or checked by a code of their own. */
export const PAPER =
  'certificate*|certificaat|certificaten|zertifikat*|certificat|certificats|certificado*|certificato|certificati|certyfikat*|sertifika*|sertifikat*|сертификат*|сертифікат*|شهادة|گواهی|chung chi|证书|證書|証明書|인증서|diploma*|exam|exams|examen*|examination*|test code|test token|quiz*|survey*|prufung*|klausur*|esame|prova|egzamin*|sinav*|экзамен*|экзаменац*|іспит*|امتحان|آزمون|परीक्षा|ujian|ky thi|bai thi|考试|考試|試験|시험';

/** Words for what a field is instead. */
export const NOT: readonly NotRule[] = [
  {
    id: 'captcha',
    hard: true,
    because: 'Characters to copy from a picture.',
    phrases:
      '*captcha*|turing|characters shown|characters you see|characters in the|code in the image|code shown|code from the image|image code|text in the image|letters shown|security image|imagetext|图形*|图片*|看不清|код с картинки|символы с*|код на картинке|画像に|画像認証|자동입력|کد امنیتی|کد تصویر|تصویر امنیتی|حروف|الصورة|gambar|hinh anh|anh xac|ma bao ve|resimdeki|imagen|zeichen aus|secimg|checkcode|verifycodeimg|are you human|not a robot|opiste|opsat|prepiste|z obrazku|z obrazka|recopi*|retype the|copy the char*|type the char*|de l image|dell immagine|da imagem|aus dem bild|im bild|afbeelding|plaatje|resim*|картинк*|изображени*|зображен*|robot*',
  },
  {
    id: 'cvv',
    hard: true,
    because: 'The check digits of a card.',
    phrases:
      'cvv*|cvc*|cv2|csc|cvn|card verif*|card security|card code|cardcode|back of your card|security code on|cryptogramme|kartenprufnummer|credit card|codigo de seguridad de la tarjeta|codigo de seguranca do cartao',
  },
  {
    id: 'lasting-pin',
    hard: true,
    because: 'A PIN that stays: of a card, a bank, a device.',
    phrases:
      'current pin*|new pin*|old pin*|existing pin|confirm pin|confirm new pin|repeat pin|re enter pin|reenter pin|set pin|create pin|change pin|choose pin|current # digit pin|new # digit pin|old # digit pin|confirm # digit pin|transaction pin|txn pin|wallet pin|withdrawal pin|atm pin|card pin|debit pin|upi pin|mpin|sim pin|puk*|wps pin|bluetooth pin|parental pin|pin actual|nuevo pin|pin nuevo|pin atual|novo pin|nuovo pin|pin attuale|vecchio pin|nouveau pin|ancien pin|pin actuel|neue pin|alte pin|aktuelle pin|nieuwe pin*|huidige pin*|oude pin*|pin baru|pin lama|pin saat ini|pin transaksi|yeni pin|mevcut pin|eski pin|nowy pin|stary pin|nov* пин*|новый пин*|старый пин*|текущий пин*',
  },
  {
    id: 'postal',
    hard: true,
    because: 'Post codes, in India called PIN code.',
    phrases:
      'zip*|postal*|postcode*|post code|postnumber|plz|postleitzahl|cap|cep|pin code|pincode|area pin|code postal|codigo postal|codice postale|kod pocztowy|posta kodu|postakodu|почтов*|индекс|індекс|поштов*|الرمز البريدي|الرمز البریدی|کد پستی|पिन कोड|kode pos|kodepos|ma buu*|邮编|邮政编码|郵遞區號|郵便番号|우편번호|eircode|postnummer',
  },
  {
    id: 'coupon',
    hard: true,
    because: 'Codes that give a discount.',
    phrases:
      'coupon*|promo*|voucher*|discount*|gift*|redeem*|korting*|cadeau*|gutschein*|rabatt*|aktionscode|reduction|cupon*|cupom*|descuento|desconto|sconto|buono|kupon*|rabat*|znizk*|indirim*|hediye|промокод*|скидк*|купон*|знижк*|خصم|تخفیف|قسيمة|छूट|diskon|giam gia|khuyen mai|优惠*|折扣|兑换|優惠|クーポン|プロモ|쿠폰|할인',
  },
  {
    id: 'invite',
    hard: true,
    because: 'Codes that another person gave: invitation, referral, class, room, game.',
    phrases:
      'invit*|referral*|refer code|referer|referrer|referred|refcode|ref code|sponsor*|affiliate*|agent code|uitnodig*|einladung*|empfehlung*|parrain*|convite|indicacao|davet*|referans|zaprosz*|polecaj*|приглаш*|реферал*|запрош*|دعوة|احالة|معرف دعوت|کد معرف|रेफरल|undangan|gioi thieu|邀请*|邀請*|招待|推荐|推薦|紹介|추천|초대|class code|classcode|room code|roomcode|room id|join code|group code|team code|game code|game pin|meeting*|lobby|quiz|party code|event code|session code|access key|admin code|admin key|admin secret|secret key|staff code',
  },
  {
    id: 'country-code',
    hard: true,
    because: 'Codes for places, money, languages and colours.',
    phrases:
      'country*|dial code|dialing*|calling code|area code|areacode|phone prefix|prefix|province code|state code|city code|region*|landcode|landesvorwahl|vorwahl|landnummer|code pays|indicatif|codigo de pais|codigo pais|ulke kodu|код страны|код країни|رمز الدولة|کد کشور|kode negara|国家代码|区号|國碼|국가|currency*|valuta|locale|language*|color*|colour*|hex|timezone',
  },
  {
    id: 'goods',
    hard: false,
    because: 'Codes of goods, orders and parcels.',
    phrases:
      'sku|reserva|reservas|reservacion|reserve|reserveringsnummer|prenotazion*|buchung*|rezerwacj*|rezervasyon*|бронир*|حجز|予約|预订|예약|pickup code|pick up code|delivery code|collection code|sku|barcode*|bar code|product*|item*|serial*|model*|stock*|batch*|lot no|order*|tracking*|track*|shipment|shipping|invoice*|booking*|reservation*|pnr|reference*|ref no|ref number|transaction*|txn*|receipt*|ticket*|resi|nomor resi|bestell*|auftrag*|commande|colis|pedido*|rastreio|ordine|zamowien*|siparis*|kargo|заказ*|трек*|замовлен*|طلب|سفارش|شحنة|don hang|订单*|快递|注文|お問い合わせ|주문|운송장|licen*|activation key|product key|key code|qr code|hsn*|isbn|gst*|upc|ean',
  },
  {
    id: 'registry',
    hard: false,
    because: 'Codes that identify a person, a firm, a bank or a part of an organisation.',
    phrases:
      'swift*|bic|iban|ifsc*|sort code|bank code|bankcode|routing*|branch*|account no|account number|acct*|vat*|tax*|fiscal*|cpf|cnpj|dni|cuit|ruc|nit|rfc|curp|ssn|social security|aadhaar*|aadhar*|pan no|pan number|pan card|nik|ktp|npwp|passport*|national id*|nationalcode|national code|کد ملی|identity card|id card|id number|student*|employee*|emp code|empcode|course*|subject*|department*|dept*|outlet*|supplier*|vendor*|customer*|client code|client id|client secret|user code|code utilisateur|codeutilisateur|station*|school*|org*|company*|airport*|nomor induk|nim|nip|nisn|matricula|身份证|身份證|学号|工号|registration*|roll no|roll number|enrol*|voter*|patient*|device name|key name|facility|iata|naics',
  },
  {
    id: 'settings',
    hard: true,
    because: 'Settings about codes, not codes.',
    phrases:
      'ttl|minutes|seconds|search console|google search|site verification|domain verification|meta tag|webmaster*|gsc|length|expir*|expiry*|timeout|interval|period|algorithm|issuer|template*|subject|sender*|webhook*|api key|apikey|api token|client secret|host|port|endpoint|url|bot token|max attempts|lifetime|duration|otp length|digits count|validity|error code|status code|source code|embed*|html|shortcode|css|script',
  },
  {
    id: 'security-question',
    hard: true,
    because: 'A question and its answer.',
    phrases:
      'question*|answer*|mother s maiden|maiden|antwort|frage|reponse secrete|respuesta|resposta|risposta|cevap|ответ на|jawaban|pertanyaan',
  },
  {
    id: 'birth',
    hard: true,
    because: 'Dates, often in boxes.',
    phrases:
      'birth*|dob|dd mm|geboorte*|geburts*|naissance|nacimiento|nascimento|nascita|urodzenia|dogum*|рождения|народження|الميلاد|تولد|जन्म|lahir|ngay sinh|出生|生年月日|생년월일',
  },
  {
    id: 'phone',
    hard: false,
    because: 'Phone numbers; "code sent to your phone" is not one.',
    phrases:
      '10 digit*|11 digit*|12 digit*|phone*|telephone*|mobile*|mobil*|cell*|tel|tlf|telefon*|telefoon*|handy*|handynummer|whatsapp*|portable|celular*|movil*|cellulare|numer telefonu|cep tel*|telefono|gsm|msisdn|телефон*|هاتف|الهاتف|جوال|الجوال|موبایل|شماره|फोन|मोबाइल|nomor hp|no hp|nohp|handphone|nomor wa|so dien thoai|sdt|手机*|手機*|电话|電話*|携帯|휴대폰|전화|연락처|contact*',
  },
  {
    id: 'person',
    hard: false,
    because: 'Who someone is and how to sign in.',
    phrases:
      'email*|e mail|mail|name|names|first name|firstname|fname|lastname|lname|fullname|last name|full name|surname|nick*|username*|user name|userid|user id|user|login|loginid|account*|naam|voornaam|achternaam|gebruikersnaam|vorname|nachname|benutzer*|nom|prenom|utilisateur|identifiant|nombre*|apellido*|usuario*|correo|nome|cognome|sobrenome|utente|imie|nazwisko|uzytkownik*|isim|soyisim|soyad*|ad soyad|kullanici*|e posta|eposta|имя|фамилия|логин|почта|пользовател*|им я|прізвище|الاسم|اسم|البريد*|نام|ایمیل|نام خانوادگی|नाम|ईमेल|nama*|pengguna|ho ten|ten dang nhap|ho va ten|tai khoan|用户名|姓名|邮箱|帳號|账号|名前|氏名|メール|이름|이메일|아이디|성명|age|gender|date*|year|month|day',
  },
  {
    id: 'password',
    hard: false,
    because: 'Passwords that stay; "one-time password" is not one.',
    phrases:
      'password*|passwd|pwd|passphrase|pass|passw|pswd|psw|wachtwoord*|kennwort|passwort*|mot de passe|motdepasse|mdp|contrasena*|clave|senha*|palavra passe|haslo|sifre*|parola|пароль*|пароля|كلمة المرور|كلمة السر|کلمه عبور|رمز عبور|گذرواژه|पासवर्ड|kata sandi|sandi|kata laluan|katalaluan|mat khau|matkhau|密码|密碼|パスワード|비밀번호',
  },
  {
    id: 'search',
    hard: false,
    because: 'Search boxes.',
    phrases:
      'search*|query|q|keyword*|filter*|zoek*|such*|suche*|recherche*|rechercher|buscar*|busca|cerca|ricerca|szukaj|arama|ara|поиск*|пошук*|بحث|جستجو|खोज|cari|pencarian|tim kiem|timkiem|搜索|搜尋|検索|검색',
  },
  {
    id: 'address',
    hard: false,
    because: 'Where someone lives.',
    phrases:
      'address*|street*|city*|state*|town*|district*|ward|province*|adres*|adresse*|strasse*|stad|stadt|ville|rue|direccion|calle|ciudad|endereco*|cidade|bairro|indirizzo|citta|ulica|miasto|adresi|sehir|ilce|адрес*|город*|улица|العنوان|عنوان|المدينة|آدرس|شهر|पता|शहर|alamat|kota|kecamatan|dia chi|thanh pho|地址|住所|주소|location*|landmark',
  },
  {
    id: 'amount',
    hard: false,
    because: 'Amounts and card numbers.',
    phrases:
      'qty*|quantity*|amount*|price*|cost|total*|balance|aantal|bedrag|prijs|menge|betrag|preis|quantite|montant|prix|cantidad*|precio*|monto|importe|quantidade*|preco*|valor|quantita|prezzo|importo|ilosc|kwota|cena|miktar*|adet|fiyat*|tutar|количеств*|цена|сумма|кількіст*|ціна|الكمية|السعر|المبلغ|مبلغ|قیمت|تعداد|jumlah*|harga*|nominal|so luong|gia|so tien|数量|金额|价格|金額|수량|금액|가격|card number|cardnumber|cardno|card no|ccnum*|cc number|ccnumber|cardholder*|card holder|nomor kartu|numero de tarjeta|numero do cartao|kart numarasi|номер карты|weight|height|score|marks|rating|rate|salary|percent*|rank',
  },
  {
    id: 'other',
    hard: false,
    because: 'Free text.',
    phrases:
      'title*|comment*|description*|desc|note|notes|remark*|feedback|reason*|website*|link*|image*|photo*|file*|tag*|category*|type|message subject|bio|hobby|skill*|captain|domain*|newsletter*|subscribe*',
  },
];
