/** Words for a code that was sent, as data. The signs of phrases are those of `message-phrases.ts`. */
import type { PhraseRule } from './message-phrases.ts';

/** These name a security code and nothing else. */
export const CODE_NAMES: readonly PhraseRule[] = [
  {
    id: 'one-time',
    because: 'One-time codes, passwords and PINs.',
    phrases:
      'otp|otp code|totp|one time code|one time pass code|one time password|one time pin|one time passwords|one time security code|single use code|passcode|pass code|temporary code|eenmalig* ~code|eenmalig* wachtwoord|eenmalig* pincode|einmal code|einmalcode|einmal passwort|einmalpasswort|einmal kennwort|einmalpin|einmalig* ~code|code a usage unique|usage unique|code unique|mot de passe temporaire|code temporaire|un solo uso|unico uso|uso unico|codigo temporal|codigo temporario|codice temporaneo|codice monouso|password monouso|clave dinamica|clave temporal|jednorazow* ~kod*|jednorazow* haslo|haslo jednorazowe|haslo sms|haslo z sms|kod jednorazowy|tek kullanimlik ~sifre*|tek kullanimlik ~kod*|tek seferlik|одноразов* ~код*|одноразов* ~пароль|لمرة واحدة|یکبار مصرف|یک بار مصرف|رمز پویا|رمز دوم|رمز موقت|رمز مؤقت|ओटीपी|वन टाइम|kata sandi sekali pakai|kode sekali pakai|mat khau dung mot lan|mat khau mot lan|ma otp|一次性密码|一次性密碼|一次性代码|一次性代碼|一次性验证|动态密码|动态口令|动态码|動態密碼|動態碼|短信密码|短信口令|ワンタイム|일회용 비밀번호|일회용 코드|일회용 인증',
  },
  {
    id: 'verification',
    because: 'Codes that verify, confirm, authenticate or let in, in languages with spaces between words.',
    phrases:
      'verif*cation code|verification pin|verification codes|verify code|confirm* code|validation code|security code|security pin|authenti*tion code|authori*ation code|auth code|login code|login pin|log in code|logon code|sign in code|signin code|sign on code|access code|activation code|registration code|identification code|identity code|reset code|sms code|text code|email code|mail code|device code|phone code|unlock code|secure code|guard code|sudo code|safekey code|2fa code|mfa code|2 step code|two step code|two factor code|# digit code|# digit number|six digit code|code to verif*|code to confirm|code to log in|code to login|code to sign in|code to access your|code to reset|code to complete|code to authenticate|code to continue|code for verif*|' +
      '*verificatiecode*|*verificatie code|*bevestigingscode|*beveiligingscode|*controlecode|*inlogcode|*aanmeldcode|*activatiecode|*activeringscode|*identificatiecode|*authenticatiecode|*autorisatiecode|*registratiecode|*toegangscode|*herstelcode|*tan code|*tancode|uw tan|je tan|tan voor|*smscode|*sms code|*mailcode|*signeercode|*tekencode|*validatiecode|# cijferige code|zescijferige code|viercijferige code|code om in te loggen|code om ~te bevestigen|code om ~te verifieren|' +
      '*bestatigungscode|*verifizierungscode|*verifikationscode|*sicherheitscode|*anmeldecode|*freischaltcode|*prufcode|*logincode|*authentifizierungscode|*aktivierungscode|*zugangscode|*zugriffscode|*identifizierungscode|*freigabecode|*registrierungscode|*bestatigungs code|*verifizierungs code|*sicherheits code|# stelliger code|# stelligen code|die tan|ihre tan|deine tan|tan fur|tan lautet|*mtan|*smstan|*pushtan|*tan nummer|code zur verif*|code zur bestatigung|code zur anmeldung|code zum einloggen|' +
      'code de ~verification|code verification|code de ~securite|code de ~confirmation|code de ~validation|code de ~connexion|code d activation|code d authentification|code d identification|code d acces|code d autorisation|code de ~reinitialisation|code sms|code secret|code personnel|code confidentiel|code a # chiffres|code pour ~connecter|code pour ~verifier|' +
      'codigo de ~verificacion|codigo de ~seguridad|codigo de ~confirmacion|codigo de ~validacion|codigo de ~acceso|codigo de ~activacion|codigo de ~autorizacion|codigo de ~autenticacion|codigo de ~autentificacion|codigo de ~inicio de sesion|codigo de ~registro|codigo sms|codigo de # digitos|codigo para iniciar|codigo para verificar|' +
      'codigo de ~verificacao|codigo de ~seguranca|codigo de ~confirmacao|codigo de ~validacao|codigo de ~acesso|codigo de ~ativacao|codigo de ~autenticacao|codigo de ~autorizacao|codigo de ~login|senha de uso|senha temporaria|' +
      'codice di ~verifica|codice di ~sicurezza|codice di ~conferma|codice di ~accesso|codice di ~attivazione|codice di ~autorizzazione|codice di ~autenticazione|codice di ~convalida|codice sms|codice per accedere|codice verifica|codice sicurezza|' +
      'kod* weryfikac*|kod* bezpieczenstwa|kod* zabezpieczen|kod* potwierdz*|kod* aktywac*|kod* autoryzac*|kod* logowania|kod* dostepu|kod* uwierzytelnia*|kod* sms|' +
      'dogrulama kod*|guvenlik kod*|onay kod*|aktivasyon kod*|giris kod*|sms kod*|sms sifre*|dogrulama sifre*|onay sifre*|giris sifre*|kimlik dogrulama kod*|' +
      'код* ~подтверждени*|код* проверки|код* ~безопасности|проверочн* код*|код* верификации|код* ~доступа|код* активации|код* авторизации|код* аутентификации|код* для входа|код* для подтверждения|код* входа|код* для авторизации|код* из смс|смс код*|sms код*|пароль для входа|пароль для подтверждения|' +
      'код* ~підтвердження|код* перевірки|код* ~безпеки|перевірочн* код*|код* верифікації|код* доступу|код* активації|код* авторизації|код* автентифікації|код* для входу|код* входу|пароль для входу|смс код*|' +
      'kode verifikasi|kode otp|kode konfirmasi|kode keamanan|kode masuk|kode aktivasi|kode akses|kode autentikasi|kode otentikasi|kode login|kode otorisasi|' +
      'ma xac thuc|ma xac nhan|ma xac minh|ma bao mat|ma dang nhap|ma kich hoat|ma kiem tra|ma truy cap|' +
      'verifieringskod*|sakerhetskod*|engangskod*|bekraftelsekod*|engangskode*|bekræftelseskode*|bekreftelseskode*|verifikationskode*|sikkerhedskode*|sikkerhetskode*|vahvistuskoodi*|turvakoodi*|kertakayttoi*|overovaci kod*|jednorazovy kod*|bezpecnostni kod*|potvrzovaci kod*|overovaci kod*|ellenorzo kod*|megerosito kod*|biztonsagi kod*|cod* de verificare|cod* de securitate|cod* de confirmare|κωδικο* επαληθευσης|κωδικο* μιας χρησης|κωδικο* ασφαλειας|код* за потвърждение|код* за сигурност|kod pengesahan|verifikacijski kod|potvrdni kod|verifikacioni kod',
  },
  {
    id: 'verification-other-scripts',
    because: 'The same, in scripts where words have no Latin bounds.',
    phrases:
      'رمز التحقق|رمز تحقق|كود التحقق|كود تحقق|رمز التأكيد|كود التأكيد|رمز تأكيد|رمز الأمان|رمز أمان|كود الأمان|رمز التفعيل|كود التفعيل|رمز تفعيل|رمز الدخول|كود الدخول|رمز تسجيل الدخول|رمز المصادقة|رمز المرور|رمز الوصول|' +
      'کد تایید|کد تائید|کد تأیید|کد ورود|کد فعال|کد اعتبارسنجی|کد احراز|کد امنیتی|کد یکبار|کد بازیابی|رمز ورود|رمز تایید|رمز یکبار|' +
      'सत्यापन कोड|वेरिफिकेशन कोड|सुरक्षा कोड|सिक्योरिटी कोड|लॉगिन कोड|पुष्टिकरण कोड|प्रमाणीकरण कोड|' +
      '验证码|驗證碼|校验码|校驗碼|安全码|安全碼|安全代码|安全代碼|安全性代碼|确认码|確認碼|認證碼|认证码|验证代码|驗證代碼|验证代號|登录码|登錄碼|登入碼|登录代码|激活码|激活碼|授权码|授權碼|' +
      '認証コード|確認コード|検証コード|セキュリティコード|セキュリティ コード|認証番号|確認番号|認証キー|暗証コード|ログインコード|本人確認コード|' +
      '인증번호|인증 번호|인증코드|인증 코드|확인 코드|확인코드|확인번호|보안 코드|보안코드|로그인 코드|로그인코드|인증키|' +
      'รหัสยืนยัน|รหัส otp|รหัสผ่านครั้งเดียว|รหัสความปลอดภัย|קוד אימות|קוד האימות|קוד חד פעמי|קוד אבטחה',
  },
];

/** Words that name a code, and others too: what is around them must agree. */
export const MAYBE_CODE_NAMES: readonly PhraseRule[] = [
  {
    id: 'code-word',
    because: 'The bare word "code", and compounds of it that nobody listed.',
    phrases:
      'code|tan|codigo|codice|kod|kodu|kodunu|kodunuz|kodunuzu|kodun|kodem|kode|код|коду|кода|кодом|codes|codul|pin|pin code|*pincode|la ma|ma nay|ma cua|nhap ma|ma so|ma pin|dung ma|koodi|رمز|كود|کد|कोड|代码|代碼|验证|コード|코드|รหัส|קוד',
  },
  {
    id: 'unsure',
    because:
      'Compounds of "code" that nobody listed, and words with other meanings: what is around must say what they are for.',
    phrases: '*code|token',
  },
];

/** Names only when the number follows at once: "Verification: 3349". */
export const NAMES_AT_ONCE: readonly PhraseRule[] = [
  {
    id: 'verification-itself',
    because: 'What the code is for, in its place.',
    phrases:
      'verification|verificatie|verifizierung|verificacion|verificacao|verifica|weryfikacja|dogrulama|верификация|подтверждение|підтвердження|verifikasi|authorization|autorisatie|autorisation|3d secure|safekey|safepass|securecode',
  },
  {
    id: 'password',
    because: 'Passwords of digits, which banks send for one time; other passwords are for longer.',
    phrases:
      'wachtwoord|password|passwort|kennwort|mot de passe|contrasena|senha|clave|haslo|sifre|sifreniz|пароль|كلمة المرور|كلمة السر|kata sandi|mat khau|密码|口令|パスワード|비밀번호',
  },
];

/** "Use 90412 to log in": what one does with a code that nobody names. */
export const TAKE: readonly PhraseRule[] = [
  {
    id: 'take',
    because: 'Asks to use or enter what stands beside it.',
    phrases:
      'use|enter|type|input|key in|insert|gebruik|vul|voer|typ|toets|geef|verwenden sie|verwende|nutzen sie|nutze|geben sie|gib|saisissez|entrez|utilisez|tapez|renseignez|introduce|introduzca|ingresa|ingrese|usa|use|utiliza|utilice|escribe|insira|digite|informe|introduza|inserisci|inserire|digita|utilizza|wpisz|podaj|uzyj|girin|giriniz|kullanin|kullaniniz|kullan|введите|используйте|укажите|введіть|використайте|використовуйте|вкажіть|استخدم|أدخل|ادخل|وارد کنید|استفاده کنید|दर्ज करें|उपयोग करें|डालें|masukkan|gunakan|ketik|nhap|dung|su dung|输入|輸入|使用|填写|入力|使用して|입력|사용',
  },
];

export const SIGN_IN: readonly PhraseRule[] = [
  {
    id: 'sign-in',
    because: 'What a code is for.',
    phrases:
      'log in|login|log into|registration|register|complete your|finish|continue|proceed|registratie|registreren|ga verder|verder te gaan|afronden|voltooien|ondertekenen|registrierung|registrieren|fortfahren|abschliessen|continuer|inscription|finaliser|signer|continuar|registro|registrarte|firmar|cadastro|continuare|registrazione|firmare|rejestracj*|kontynuowac|kayit|devam|sign in|signin|sign into|sign up|verify*|confirm|authenticate|activate|validate|reset your password|inloggen|in te loggen|te bevestigen|te verifieren|te activeren|aan te melden|je aan te melden|aanmelden|bevestigen|verifieren|bestatigen|verifizieren|anzumelden|anmelden|einzuloggen|einloggen|connecter|connexion|verifier|confirmer|valider|activer|iniciar sesion|verificar|confirmar|validar|acceder|entrar|fazer login|acessar|ativar|accedere|confermare|verificare|accesso|conferma|zalogowac|logowania|potwierdzic|zweryfikowac|giris|dogrula*|onayla*|входа|войти|подтвержд*|подтвердить|регистрации|авторизации|входу|увійти|підтверд*|реєстрації|تسجيل الدخول|لتأكيد|للتحقق|التحقق|تفعيل|ورود|تایید|लॉगिन|सत्यापित|पुष्टि|masuk|verifikasi|konfirmasi|dang nhap|xac nhan|xac minh|xac thuc|登录|登入|登錄|验证|驗證|确认|確認|ログイン|認証|로그인|인증|확인',
  },
];

/** With the bare word "code", signs that it is a secret for a short time. */
export const SECRET: readonly PhraseRule[] = [
  {
    id: 'secret',
    because: 'To be kept from others.',
    phrases:
      'share|sharing|give ~this code|give it|give out|disclose|anyone|tell anyone|request*|deel|delen|doorgeven|geheim|niemand|aangevraagd|teilen|weitergeben|gib ~nicht|niemandem|angefordert|partage*|communique*|personne|divulgu*|demande|compart*|comparta*|nadie|divulg*|solicit*|compartilhe|partilhe|ninguem|informe|condivid*|comunic*|nessuno|richiest*|udostepnia*|nikomu|paylas*|kimse*|сообщайте|говорите|никому|повідомляйте|кажіть|нікому|تشارك*|أحد|کسی|ندهید|साझा|किसी|berikan|siapa pun|siapapun|rahasia|chia se|cung cap|bat ky ai|泄露|洩露|告知|告诉|他人|教えない|공유|타인|알려',
  },
];
export const TEMPORARY: readonly PhraseRule[] = [
  {
    id: 'temporary',
    because: 'Valid for a while.',
    phrases:
      'expire*|valid|within|minutes|mins|geldig|verloopt|vervalt|minuten|gultig|ablauf*|valable|valide|minutes|caduca|valido|valida|vence|expira|minutos|scade|minuti|wazny|minut|gecerli|dakika|действ*|минут*|дійсн*|хвилин*|صالح|دقيقة|دقائق|معتبر|دقیقه|मान्य|मिनट|berlaku|menit|hieu luc|phut|有效|分钟|分鐘|有効|分以内|유효|분 이내|분 내',
  },
  {
    id: 'yours',
    because: "Said to be the reader's.",
    phrases:
      'your ~code|your code|je ~code|jouw ~code|uw ~code|dein* ~code|ihr* ~code|votre ~code|ton code|tu ~codigo|su ~codigo|seu ~codigo|o seu codigo|tuo ~codice|suo codice|twoj ~kod|ваш* код*|вам код|твой код|رمزك|كودك|کد شما|आपका|kode anda|kode kamu|ma cua|您的|你的|あなたの|귀하의|kodunuz',
  },
];
