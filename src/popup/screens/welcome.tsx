import { ask } from '../../messages/send.ts';
import type { VaultStatus } from '../../messages/views.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Screen } from '../../ui/parts/screen.tsx';

type Before = Extract<VaultStatus, { state: 'none' | 'setup' | 'renewing' }>;

interface Texts {
  title: TextKey;
  lead: TextKey;
  go: TextKey;
  cancel: TextKey | null;
}

function textsOf(status: Before): Texts {
  if (status.state === 'none')
    return { title: 'welcomeTitle', lead: 'welcomeLead', go: 'welcomeOpen', cancel: null };
  if (status.state === 'setup' && !status.renews)
    return { title: 'setupGoOnTitle', lead: 'setupGoOnLead', go: 'setupGoOn', cancel: 'setupCancel' };
  return {
    title: 'renewGoOnTitle',
    lead: status.state === 'setup' ? 'renewCodeLead' : 'renewGoOnLead',
    go: 'goOn',
    cancel: 'renewCancel',
  };
}

/** Before there is a vault, or its next generation: that runs in a tab. */
export function WelcomeScreen({ status, onChange }: { status: Before; onChange: () => void }) {
  const texts = textsOf(status);
  const cancel = async () => {
    await ask('setupCancel');
    onChange();
  };
  // The tab itself asks how far it is.
  const open = () => openJourney(status.state === 'renewing' ? status.renewal.purpose : 'set-up');
  return (
    <Screen name={status.state === 'none' ? 'none' : 'setup'}>
      <div class="body pad stack">
        <Brand />
        <div class="stack middle">
          <h1 class="title" tabIndex={-1}>
            {t(texts.title)}
          </h1>
          <p class="lead">{t(texts.lead)}</p>
        </div>
        <button type="button" id="open-setup" class="btn pri tall wide" data-first onClick={open}>
          {t(texts.go)}
        </button>
        {texts.cancel && (
          <button type="button" id="cancel-setup" class="btn quiet wide" onClick={cancel}>
            {t(texts.cancel)}
          </button>
        )}
        <p class="meta centre">{t(status.state === 'none' ? 'welcomeWhere' : 'goOnWhere')}</p>
      </div>
    </Screen>
  );
}
