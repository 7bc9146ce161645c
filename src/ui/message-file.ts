/** A messages.json as browsers define it. */
export type MessageFile = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** What `i18n.getMessage` would say if `file` were the browser's language: '' for an unknown key. */
export function messageFrom(file: MessageFile, key: string, values: readonly string[]): string {
  const entry = file[key];
  if (!entry) return '';
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    return content === undefined
      ? whole
      : content.replace(/\$(\d)/g, (_, nth: string) => values[Number(nth) - 1] ?? '');
  });
}
