const TILES = 6;
const letters = new Intl.Segmenter();

/** The same name has the same colour on every computer. */
function tileNumber(title: string): number {
  let hash = 0;
  for (const char of title.toLowerCase()) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash % TILES) + 1;
}

function initial(title: string): string {
  const [first = '?'] = letters.segment(title.trim() || '?');
  return typeof first === 'string' ? first : first.segment.toUpperCase();
}

/** A letter on a colour of its own; never a drawn copy of a trade mark. */
export function Tile({ title }: { title: string }) {
  return (
    <span class={`tile t${tileNumber(title)}`} aria-hidden="true">
      {initial(title)}
    </span>
  );
}
