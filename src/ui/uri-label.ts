/** What an account URI calls its account, to tell two QR codes apart before either is read. Never the key. */
export function uriLabel(uri: string): { kind: 'one'; text: string } | { kind: 'several' } {
  if (/^otpauth-migration:/i.test(uri)) return { kind: 'several' };
  const path = /^otpauth:\/\/[^/?]*\/?([^?#]*)/i.exec(uri)?.[1] ?? '';
  const issuer = new URLSearchParams(uri.split('?')[1] ?? '').get('issuer') ?? '';
  let label: string;
  try {
    label = decodeURIComponent(path);
  } catch {
    label = path;
  }
  const [before = '', ...rest] = label.split(':');
  const name = rest.length > 0 ? rest.join(':').trim() : before.trim();
  const title = issuer || (rest.length > 0 ? before.trim() : '');
  return { kind: 'one', text: [title, name].filter(Boolean).join(' · ') };
}
