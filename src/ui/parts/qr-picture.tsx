import { useMemo } from 'preact/hooks';
import { qrPath } from '../qr-path.ts';

interface Props {
  text: string;
  /** What a screen reader says it is. */
  label: string;
  hint: string;
}

/** Black on white in every theme: many readers do not know it the other way round. */
export function QrPicture({ text, label, hint }: Props) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption class="meta">{hint}</figcaption>
    </figure>
  );
}
