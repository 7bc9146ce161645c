import type { VaultStatus } from '../../messages/protocol.ts';
import { t } from '../../ui/i18n.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { sentence } from '../../ui/sentences.ts';
import { StartOver } from '../parts/start-over.tsx';

interface Props {
  code: Extract<VaultStatus, { state: 'damaged' }>['code'];
  onChange: () => void;
}

export function DamagedScreen({ code, onChange }: Props) {
  return (
    <Screen name="damaged">
      <div class="body pad stack gaps">
        <Brand />
        <div>
          <h1 class="title" tabIndex={-1}>
            {t('damagedTitle')}
          </h1>
          <p class="lead">{t('damagedLead')}</p>
        </div>
        <Note kind="danger">{sentence(code)}</Note>
        <button type="button" class="btn pri tall wide" data-first onClick={onChange}>
          {t('tryAgain')}
        </button>
        <StartOver onDone={onChange} />
        <p class="meta centre grow-top">{t('whatHappened', code.toUpperCase())}</p>
      </div>
    </Screen>
  );
}
