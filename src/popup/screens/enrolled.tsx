import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { Screen } from '../../ui/parts/screen.tsx';

/** A new account's first code is in the page: what is left to do there. */
export function EnrolledScreen({ onDone }: { onDone: () => void }) {
  return (
    <Screen name="enrolled" onBack={onDone}>
      <Bar title={t('enrolledTitle')} onBack={onDone} />
      <div class="body pad-small stack gap">
        <p>{t('enrolledConfirm')}</p>
        <Note kind="warn" title={t('enrolledCodesTitle')}>
          <p>{t('enrolledCodes')}</p>
        </Note>
      </div>
      <div class="end">
        <button type="button" class="btn pri tall wide" data-act="done" onClick={() => window.close()}>
          {t('enrolledDone')}
        </button>
      </div>
    </Screen>
  );
}
