import { ask } from '../../messages/send.ts';
import { t } from '../../ui/i18n.ts';
import { openSetup } from '../../ui/own-pages.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Screen } from '../../ui/parts/screen.tsx';

/** Before there is a vault: the set-up itself runs in a tab. */
export function WelcomeScreen({ state, onChange }: { state: 'none' | 'setup'; onChange: () => void }) {
  const fresh = state === 'none';
  const cancel = async () => {
    await ask('setupCancel');
    onChange();
  };
  return (
    <Screen name={state}>
      <div class="body pad stack">
        <Brand />
        <div class="stack middle">
          <h1 class="title" tabIndex={-1}>
            {t(fresh ? 'welcomeTitle' : 'setupGoOnTitle')}
          </h1>
          <p class="lead">{t(fresh ? 'welcomeLead' : 'setupGoOnLead')}</p>
        </div>
        <button type="button" id="open-setup" class="btn pri tall wide" data-first onClick={openSetup}>
          {t(fresh ? 'welcomeOpen' : 'setupGoOn')}
        </button>
        {!fresh && (
          <button type="button" id="cancel-setup" class="btn quiet wide" onClick={cancel}>
            {t('setupCancel')}
          </button>
        )}
        <p class="meta centre">{t('welcomeWhere')}</p>
      </div>
    </Screen>
  );
}
