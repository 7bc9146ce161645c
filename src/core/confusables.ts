/**
 * Letters and digits that look like a to z, 0 to 9, or two of them, each below what it looks like.
 *
 * From Unicode 15.0: the skeletons of UTS #39 (confusables.txt, © Unicode, Inc., Unicode licence v3), and by their names the
 * Latin letters that are a letter with something on it and do not decompose (ø) or are a small capital (ʀ); ь as ƅ, the small
 * form of a letter that UTS #39 has at b. Only what a domain name can hold after UTS #46 mapping is here; é and the like are
 * not, since NFD takes them apart.
 */
const LOOKS_LIKE: Record<string, string> = {
  1: 'ǀ۱ᛁⵏꓲ𐊊𐌉𐌠𖼨',
  2: 'ƻᒿꛯ',
  3: '𑣊𖼻',
  4: 'Ꮞ',
  6: 'бᏮ𑣕',
  7: '𑣆',
  8: 'ȣ৪੪𐌚',
  9: '৭੧୨൭𑣌𑣖',
  a: 'ɑαаᎪᗅᴀᶏⱥꓮ𐊠𖽀',
  aa: 'ꜳ',
  ae: 'æӕ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƀƃƅɓʙвьѣҍᏏᏴᑲᑳᖯᗷᵬᶀꓐꞗ𐊂𐊡𐌁',
  c: 'ƈȼɕɛεсєҫԑᏟᴄⲉⲥꓚꞓꞔ𐊢𐌂𐐩𐐽𐔜𑣎𑣩𑣲𝼝',
  d: 'đƌȡɖɗԁᎠᏧᑯᗞᗪᴅᵭᶁᶑꓒꓓꟈ𝼥',
  dz: 'ʣ',
  e: 'ɇеҽҿᎬᴇᶒⱸⴹꓰꬲꬴ𐊆',
  f: 'ƒքᖴᵮᶂẝꓝꜰꞙꬵ𐊇𐊥𐔥𑣂',
  g: 'ƍǥɠɡɢʛԍցᏀᏳᶃꓖꞡ',
  h: 'ħɦʜнћңһӈӊհᎻᏂᏲᕼⱨꓧꚕꜧꞕ𐋏',
  i: 'ıɨɩɪιіӏᎥᵻᵼᶖꙇ𑣃𝼚',
  j: 'ɉʝϳјᎫᒍᴊꓙ',
  k: 'ĸƙκкқҟᏦᛕᴋᶄⱪⲕꓗꝁꝃꝅꞣ𐔘',
  l: 'łƚȴɫɬɭʟᏞᒪᒷᴌᶅⱡⳑꓡꝉꞎꬷꬸꬹ𐑃𐔦𖼖𝼄𝼑𝼓𝼦',
  ll: 'ǁ',
  ls: 'ʪ',
  lz: 'ʫ',
  m: 'ɱʍмӎᎷᗰᛖᴍᵯᶆꓟꬺ𐊰𐌑𑜀𑣣',
  n: 'ƞȵɲɳɴηոռᵰᶇꓠꞑꞥꬻ𐔓𝼧',
  o: 'øɵθοσоѳөօ۵०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀ჿዐᎾᏫᴏᴑⱺⲟⴱⵁⵔ〇ꓳꝋꝍꬽꬾ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣗𑣠𝼛',
  oe: 'œ',
  oo: 'ꚙꝏ',
  p: 'ƥρрᏢᑭᴘᴩᵱᵽᶈⲣꓑꝑꝓꝕ𐊕',
  q: 'ɋʠԛգզᶐⵕꝗꝙꞯ',
  r: 'ɍɼɽɾʀгғᎡᏒᖇᴦᵲᵳᶉⲅꓣꞧꭆꭇꭈꭉ𖼵𝼖𝼨',
  s: 'ƽȿʂѕᏕᏚᵴᶊꓢꜱꞩꟊ𐊖𐑈𑣁𖼺𝼞𝼩',
  t: 'ŧƫƭȶʈτтҭᎢᎿᴛᵵⱦꓔ𐊗𐊱𐌕𖼊𝼉𝼪',
  tf: 'ꝷ',
  ts: 'ʦ',
  u: 'υսሀᏌᑌᴜᵾᶙꓴꞟꞹꭎꭒ𐓶𑣘𖽂',
  ue: 'ᵫ',
  uo: 'ꭣ',
  v: 'ʋνѵ۷Ꮩᐯᴠᶌⱱⱴⴸꓦꛟꝟ𐔝𑜆𑣀𖼈',
  w: 'ɯѡѽԝաᎳᏔᴡⱳꓪꝡ𑓅𑜊𑜎𑜏𑣦𑣯',
  x: 'хᕁᕽᚷᶍⵝꓫꭖꭗꭘꭙ𐊐𐊴𐌗𐌢𐔧𑣬',
  y: 'ƴɏɣʏγуүұყᎩᎽỿꓬꭚ𐊲𑣜𖽃',
  z: 'ƶȥɀʐʑᏃᴢᵶᶎⱬꓜ𐋵𑣄𑣥',
};

/** Stands for a letter that looks like none of ours. */
export const STRANGER = '?';

const ASCII_OF = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([ascii, chars]) => [...chars].map((char) => [char, ascii] as const)),
);

/**
 * What a reader takes a label in Unicode form for, in a–z, 0–9 and hyphens: accents gone, look-alikes replaced, and a
 * `STRANGER` for each letter that is left. ASCII labels stay as they are, in lower case.
 */
export function readAsAscii(label: string): string {
  const bare = label.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  let read = '';
  for (const char of bare) read += /[a-z0-9-]/.test(char) ? char : (ASCII_OF.get(char) ?? STRANGER);
  return read;
}
