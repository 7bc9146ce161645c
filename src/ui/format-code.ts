/** The code in the groups in which people read it: 3 + 3, 3 + 4, 4 + 4. Short ones and letters (Steam) stay whole. */
export function groupCode(code: string): string[] {
  if (code.length < 6 || !/^\d+$/.test(code)) return [code];
  const first = Math.floor(code.length / 2);
  return [code.slice(0, first), code.slice(first)];
}

/** The code as a screen reader should say it: character by character. */
export function spelledCode(code: string): string {
  return [...code].join(' ');
}
