/** RFC 3492 §7.1, those of at most 63 characters, in lower case where the RFC marks the case of letters. */
export const RFC3492 = [
  { name: '(A) Arabic', punycode: 'egbpdaj6bu4bxfgehfvwxn', text: 'ليهمابتكلموشعربي؟' },
  { name: '(B) Chinese, simplified', punycode: 'ihqwcrb4cv8a8dqg056pqjye', text: '他们为什么不说中文' },
  { name: '(C) Chinese, traditional', punycode: 'ihqwctvzc91f659drss3x8bo0yb', text: '他們爲什麽不說中文' },
  { name: '(D) Czech', punycode: 'Proprostnemluvesky-uyb24dma41a', text: 'Pročprostěnemluvíčesky' },
  { name: '(E) Hebrew', punycode: '4dbcagdahymbxekheh6e0a7fei0b', text: 'למההםפשוטלאמדבריםעברית' },
  {
    name: '(F) Hindi',
    punycode: 'i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd',
    text: 'यहलोगहिन्दीक्योंनहींबोलसकतेहैं',
  },
  {
    name: '(G) Japanese',
    punycode: 'n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa',
    text: 'なぜみんな日本語を話してくれないのか',
  },
  { name: '(I) Russian', punycode: 'b1abfaaepdrnnbgefbadotcwatmq2g4l', text: 'почемужеонинеговорятпорусски' },
  {
    name: '(J) Spanish',
    punycode: 'PorqunopuedensimplementehablarenEspaol-fmd56a',
    text: 'PorquénopuedensimplementehablarenEspañol',
  },
  {
    name: '(K) Vietnamese',
    punycode: 'TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g',
    text: 'TạisaohọkhôngthểchỉnóitiếngViệt',
  },
  { name: '(L) Japanese and digits', punycode: '3B-ww4c5e180e575a65lsy2b', text: '3年B組金八先生' },
  {
    name: '(M) Japanese and hyphens',
    punycode: '-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n',
    text: '安室奈美恵-with-SUPER-MONKEYS',
  },
  {
    name: '(N) Japanese',
    punycode: 'Hello-Another-Way--fc4qua05auwb3674vfr0b',
    text: 'Hello-Another-Way-それぞれの場所',
  },
  { name: '(O) Japanese', punycode: '2-u9tlzr9756bt3uc0v', text: 'ひとつ屋根の下2' },
  { name: '(P) Japanese', punycode: 'MajiKoi5-783gue6qz075azm5e', text: 'MajiでKoiする5秒前' },
  { name: '(Q) Japanese', punycode: 'de-jg4avhby1noc0d', text: 'パフィーdeルンバ' },
  { name: '(R) Japanese', punycode: 'd9juau41awczczp', text: 'そのスピードで' },
];
