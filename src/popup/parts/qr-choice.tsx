import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { uriLabel } from '../../ui/uri-label.ts';

interface Props {
  uris: readonly string[];
  problem: Code | null;
  onChoose: (uri: string) => void;
}

/** More than one QR code was found: only the user knows which one is meant. */
export function QrChoice({ uris, problem, onChoose }: Props) {
  return (
    <div class="body pad-small stack gaps">
      <p>{t('qrChooseLead')}</p>
      <Message code={problem} />
      <div class="card">
        {uris.map((uri, nth) => {
          const label = uriLabel(uri);
          return (
            <button type="button" key={uri} class="choice" data-qr={nth} onClick={() => onChoose(uri)}>
              <Icon name="qr" size={24} />
              <span class="tx">
                <b>{label.kind === 'several' ? t('qrSeveral') : label.text || t('qrNoName')}</b>
              </span>
              <Icon name="right" size={16} />
            </button>
          );
        })}
      </div>
    </div>
  );
}
