/** Words for a code, as data. For the signs of phrases see `phrases.ts`. */
export interface WordRule {
  id: string;
  because: string;
  phrases: string;
}

/** Any one of these, said of a field, makes it a code field unless something else is said too. */
export const CODE: readonly WordRule[] = [
  {
    id: 'otp',
    because: 'The term itself, alone or grown together with a usual neighbour.',
    phrases:
      'otp|otps|otp code*|otpcode*|otp input*|otp box*|otp digit*|otp field*|otp val*|otp num*|otp pin|otptoken|totp*|hotp|otc|userotp|inputotp|enterotp|txtotp|emailotp|mailotp|smsotp|phoneotp|mobileotp|verifyotp|otpverify|otpverification|loginotp|signupotp|resetotp|codeotp|ओटीपी|o.t.p',
  },
  {
    id: 'second-factor',
    because: 'Names of the second step, in code and in prose.',
    phrases:
      '2fa*|mfa*|tfa*|2sv|two factor*|two fa|twofa*|2 factor*|2 step*|two step*|second factor|multi factor*|factor auth*|twee factor*|twee staps*|tweetraps*|zwei faktor*|zwei stufen*|zweistufig*|2 faktor*|deux facteurs|2 facteurs|deux etapes|double authentification|dos factores|dos pasos|doble factor|doble autenticacion|dois fatores|duas etapas|due fattori|due passaggi|doppia autenticazione|dwuskladnikow*|dwuetapow*|dwustopniow*|iki faktorlu|iki adimli|iki asamali|двухфактор*|двухэтап*|двофактор*|двоетап*|المصادقة الثنائية|الثنائي|بخطوتين|خطوتين|دو مرحله|دو عاملی|dua faktor|dua langkah|hai yeu to|hai lop|hai buoc|2 lop|2 yeu to|两步|兩步|双重|雙重|双因素|雙因素|二次验证|二段階|2段階|二要素|2要素|2단계|이중 인증|दो कारक|दो चरण',
  },
  {
    id: 'one-time',
    because: 'One-time codes and passwords.',
    phrases:
      'one time code|one time pass*|one time pin|one time token|onetimecode|single use code|eenmalig* code|eenmalig* wachtwoord|einmal code|einmalcode|einmal passwort|einmalpasswort|einmalkennwort|einmalpin|einmaliger code|usage unique|un solo uso|unico uso|uso unico|monouso|jednorazow*|tek kullanimlik|одноразов*|لمرة واحدة|یکبار مصرف|یک بار مصرف|رمز پویا|वन टाइम|sekali pakai|dung mot lan|dung 1 lan|一次性|动态密码|动态口令|动态码|動態密碼|動態碼|ワンタイム|일회용',
  },
  {
    id: 'authenticator',
    because: 'Authenticator apps and their codes.',
    phrases:
      'authenticator|auth code|authenticat* code|authentication app|google auth*|authenticatie code|authenticatiecode|authenticatie app|authentifizierungscode|authentifizierungs code|code d authentification|code authentification|codigo de autenticacion|codigo de autentificacion|codigo de autenticacao|codice di autenticazione|kod uwierzytelniaj*|kod autoryzac*|kimlik dogrulama kodu|код аутентификации|код авторизации|код автентифікації|код авторизації|رمز المصادقة|کد احراز هویت|प्रमाणीकरण कोड|kode autentikasi|kode otentikasi|身份验证器|身份验证码|認証アプリ|인증 앱',
  },
  {
    id: 'verification',
    because: 'Verification, confirmation, validation and security codes.',
    phrases:
      'verif*cation code*|reset code*|resetcode*|reset pin|verification number|verificatienummer|verificatie nummer|bevestigingsnummer|controlenummer|verifizierungsnummer|bestatigungsnummer|numero de verification|numero de verificacion|numero de verificacao|numero di verifica|dogrulama numarasi|numer weryfikacyjny|nomor verifikasi|vefication code|verif* code*|verificationcode|verifycode|verification pin|verification token|verify pin|confirm* code|validation code|validate code|security code|securitycode|login code|log in code|sign in code|signin code|sms code|smscode|email code|mail code|emailcode|phone code|mobile code|secure code|passcode|pass code|mfa code|temporary code|unlock code|# digit* code|# digit pin|# digit* number|six digit*|four digit code|five digit code|eight digit code|digit code|' +
      'verificatie code|verificatiecode|bevestigingscode|beveiligingscode|controlecode|inlogcode|aanmeldcode|sms code|' +
      'bestatigungscode|verifizierungscode|verifikationscode|sicherheitscode|anmeldecode|freischaltcode|prufcode|sms code|stelligen code|' +
      'code de verification|code verification|code de securite|code de confirmation|code de validation|code validation|code confirmation|code de connexion|code recu|code secret recu|code a # chiffres|' +
      'codigo de verificacion|codigo verificacion|codigo de seguridad|codigo seguridad|codigo de confirmacion|codigo de validacion|codigo de # digitos|codigo recibido|codigo enviado|codigo de desbloqueo|' +
      'codigo de verificacao|codigo verificacao|codigo de seguranca|codigo de confirmacao|codigo de validacao|codigo recebido|' +
      'codice di verifica|codice verifica|codice di sicurezza|codice di conferma|codice ricevuto|codice inviato|codice temporaneo|codice a # cifre|' +
      'kod weryfikacyj*|kod weryfikacji|kod bezpieczenstwa|kod potwierdz*|kod sms|kod logowania|kod z sms|kod z aplikacji|' +
      'dogrulama kod*|guvenlik kod*|onay kod*|aktivasyon kod*|giris kodu|sms kodu|haneli kod*',
  },
  {
    id: 'verification-other-scripts',
    because: 'The same, in scripts where words have no Latin bounds.',
    phrases:
      'проверочн* код*|код подтверждения|код проверки|код безопасности|код верификации|код из смс|код из sms|код из email|код из e mail|код из почты|код из письма|код из приложения|смс код|sms код|подтверждающ* код|код активации|значн* код|' +
      'код підтвердження|код перевірки|код безпеки|перевірочн* код|код верифікації|код із смс|код з смс|значн* код|' +
      'رمز التحقق|رمز تحقق|كود التحقق|كود تحقق|رمز التأكيد|كود التأكيد|رمز الأمان|رمز التفعيل|كود التفعيل|رمز المكون|الكود المرسل|الرمز المرسل|' +
      'کد تایید|کد تائید|کد ورود|کد فعال|کد ارسال|کد پیامک|کد # رقمی|کد اعتبارسنجی|رمز موقت|' +
      'सत्यापन कोड|वेरिफिकेशन कोड|सुरक्षा कोड|' +
      'kode verifikasi|kode otp|kode konfirmasi|kode keamanan|kode masuk|kode aktivasi|kode yang dikirim*|digit kode|' +
      'ma xac thuc|ma xac nhan|ma xac minh|ma bao mat|ma otp|ma dang nhap|ma kiem tra|ma kich hoat|maxacnhan|maxacthuc|maotp|' +
      '验证码|驗證碼|校验码|校驗碼|安全码|安全碼|确认码|確認碼|認證碼|认证码|' +
      '認証コード|確認コード|検証コード|セキュリティコード|認証番号|確認番号|認証キー|暗証コード|' +
      '인증번호|인증 번호|인증코드|인증 코드|확인 코드|확인코드|확인번호|보안 코드|보안코드',
  },
  {
    id: 'code-from',
    because: 'A code, and where it comes from.',
    phrases:
      'code from the e mail|code from e mail|code from email|code from the email|code from your*|code from sms|code from the sms|code from the message|code from the app|code from app|code from authenticator|code from the authenticator|code from telegram|code from whatsapp|code we sent*|code we ve sent|code we just sent|code we have sent|code that we sent|code that was sent|code sent to|code you received|code you got|code in the email|code in your*|code in the app|code shown in the app|code shown in your*|code uit de e mail|code uit je*|code uit uw*|code uit de app|code uit de sms|code uit de mail|code die we*|code die je*|code die u*|code aus der*|code aus deiner*|code aus ihrer*|code aus dem*|code recu par*|code envoye*|code du sms|code de l application|codigo recibido|codigo enviado|codigo que recibi*|codigo que te*|codigo que le*|codigo del correo|codigo do email|codigo do e mail|codigo recebido|codigo que enviamos|codice ricevuto|codice inviato|codice che*|kod z e maila|kod z maila|kod z sms*|kod z aplikacji|kod z wiadomosci|gelen kod*|gonderilen kod*|gonderdigimiz kod*|код из*|код с почты|код з|код із|kode dari*|kode yang*|ma tu*|ma nhan duoc|الرمز المرسل|الكود المرسل|کد ارسال شده|کد ارسالی|收到的验证码|届いたコード|전송된 코드|받은 코드',
  },
  {
    id: 'more-languages',
    because: "The same terms in languages that are met less often, and banks' words for it.",
    phrases:
      'engangskod*|verifieringskod|sakerhetskod|engangskode|bekræftelseskode|bekreftelseskode|verifikationskode|sikkerhedskode|sikkerhetskode|vahvistuskoodi|kertakaytto*|todennuskoodi|overovaci kod|jednorazovy kod|bezpecnostni kod|potvrzovaci kod|overovaci kod|bezpecnostny kod|ellenorzo kod|megerosito kod|egyszer hasznalatos|biztonsagi kod|cod de verificare|cod de securitate|cod unic|codul de verificare|cod de confirmare|verifikacioni kod|kontrolni kod|kod za potvrdu|код за потвърждение|код за сигурност|κωδικο* επαληθευσης|κωδικο* μιας χρησης|κωδικο* ασφαλειας|รหัสยืนยัน|รหัส otp|รหัสผ่านครั้งเดียว|קוד אימות|קוד חד פעמי|যাচাইকরণ কোড|যাচাই কোড|ভেরিফিকেশন কোড|ওটিপি|নিশ্চিতকরণ কোড|சரிபார்ப்பு குறியீடு|ధృవీకరణ కోడ్|പരിശോധനാ കോഡ്|सत्यापन संकेत|تصدیقی کوڈ|kod pengesahan|tasdiqlash kodi|tesdiq kodu|verifikacijski kod|potvrdni kod|potrditvena koda|codi de verificacio|patvirtinimo kod*|apstiprinajuma kods|verifikacijas kods|kinnituskood|stadfestingarkodi|kodi i verifikimit|код за верификация|код за потврда|растау коды|баталгаажуулах код|დამადასტურებელი კოდი|հաստատման կոդ|លេខកូដផ្ទៀងផ្ទាត់|mtan|pushtan|phototan|smstan|clave dinamica|clave de un solo uso|codigo token|token code|tokencode|rsa token|securid',
  },
];

/** Words that a code field often has and others have too: something around it must agree. */
export const MAYBE: readonly WordRule[] = [
  {
    id: 'code-word',
    because: 'The bare word "code".',
    phrases:
      'code|codes|c ode|vcode|codigo|codice|cod|kod|kodu|kodunuz|kodunu|kode|код|коду|رمز|كود|الرمز|الكود|کد|कोड|ma|码|碼|コード|코드|pin|pin code|token|tan|passcode|secret code|code input*|code box*|codeinput*|codebox*|codefield*|code digit*|digit*',
  },
  {
    id: 'access-word',
    because: 'Access codes: sent ones, and those of doors and classes.',
    phrases:
      'access code|code d acces|codigo de acceso|codigo de acesso|codice di accesso|kod dostepu|код доступа|код доступу|رمز الدخول|kode akses|toegangscode|zugangscode|zugriffscode|ma truy cap|访问码|アクセスコード|접근 코드',
  },
  {
    id: 'other-word',
    because: 'Words for checking, numbers and keys.',
    phrases:
      'code*|verif*|confirm*|validat*|pin*|challenge|auth*|sms|key|codigo*|codice*|код*|번호|cifre|chiffres|digitos|cijfers|ziffern|haneli|rakam|цифр*|أرقام|رقم|رقمی|桁|자리|位|angka|message|response|security|box*|num*|input*|c#|d#|n#',
  },
];

/** With the bare word "code": something is being verified, so the code is to verify it. */
export const VERIFYING =
  'verif*|confirm*|authenticat*|validat*|bevestig*|controleer*|bestatig*|verifizier*|uberpruf*|verifier|valider|confirmer|verificar|confirmar|validar|verificacion|verificacao|comprobar|verifica|conferma|convalida|weryfik*|potwierdz*|dogrula*|onayla*|провер*|подтверд*|перевір*|підтверд*|تحقق|التحقق|تأكيد|تفعيل|تایید|सत्यापित|सत्यापन|verifikasi|konfirmasi|xac nhan|xac minh|xac thuc|验证|驗證|确认|認証|確認|인증|확인';
