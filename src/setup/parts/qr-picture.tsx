import { useMemo } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { qrPath } from '../../ui/qr-path.ts';

/** Black on white in every theme: many readers do not know it the other way round. */
export function QrPicture({ text }: { text: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qrOfCode')} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption class="meta">{t('qrHint')}</figcaption>
    </figure>
  );
}
