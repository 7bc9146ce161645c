import { useState } from 'preact/hooks';
import type { Site } from '../../core/account.ts';
import { ask } from '../../messages/send.ts';
import type { Resemblance } from '../../messages/site-views.ts';
import type { AccountView } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Field } from '../../ui/parts/field.tsx';
import { Icon } from '../../ui/parts/icon.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { isResemblance } from '../../ui/resemblance.ts';
import type { Code } from '../../ui/sentences.ts';
import { ProposedSites } from '../parts/proposed-sites.tsx';
import { ShowSecret } from '../parts/show-secret.tsx';
import { SitesField } from '../parts/sites-field.tsx';
import { SubmitSwitches } from '../parts/submit-switches.tsx';
import { KeepLookalike } from './keep-lookalike.tsx';

interface Props {
  account: AccountView;
  submitSites: readonly Site[];
  onSaved: () => void;
  onDeleted: () => void;
  onBack: () => void;
  onLocked: () => void;
}

export function EditScreen({ account, submitSites, onSaved, onDeleted, onBack, onLocked }: Props) {
  const [issuer, setIssuer] = useState(account.issuer);
  const [name, setName] = useState(account.name);
  const [sites, setSites] = useState<string[]>(account.sites);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  /** A site among these that looks like one of the vault's, and those whose domain was typed. */
  const [found, setFound] = useState<Resemblance | null>(null);
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const { id } = account;

  const save = async (domains: string[]) => {
    setConfirmed(domains);
    setFound(null);
    setProblem(null);
    // A site that was typed but not yet added is meant.
    const all = typed.trim() ? [...sites, typed.trim()] : sites;
    const answer = await attempt(ask('editAccount', { id, issuer, name, sites: all, typed: domains }));
    if (answer.ok) onSaved();
    else if (answer.error === 'locked') onLocked();
    else if (isResemblance(answer.error)) setFound(answer.error);
    else setProblem(answer.error);
  };
  const remove = async () => {
    const answer = await attempt(ask('deleteAccount', { id }));
    if (answer.ok) onDeleted();
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  };
  if (found) {
    return (
      <KeepLookalike
        name="edit"
        title={t('editTitle')}
        found={found}
        onConfirm={(domain) => void save([...confirmed, domain])}
        onCancel={() => setFound(null)}
      />
    );
  }
  return (
    <Screen name="edit" onBack={onBack}>
      <Bar title={t('editTitle')} onBack={onBack} />
      <div class="body pad-small stack gap">
        <form
          class="stack gap"
          onSubmit={(event) => {
            event.preventDefault();
            void save(confirmed);
          }}
        >
          <Field id="edit-issuer" label={t('issuer')} value={issuer} first onInput={setIssuer} />
          <Field id="edit-name" label={t('name')} value={name} onInput={setName} />
          <SitesField sites={sites} typed={typed} onTyped={setTyped} onChange={setSites} />
          {sites.length === 0 && <ProposedSites issuer={issuer} onChoose={(site) => setSites([site])} />}
          <Message code={problem} />
          <div class="pair">
            <button type="button" class="btn tall" onClick={onBack}>
              {t('cancel')}
            </button>
            <button type="submit" id="save" class="btn pri tall">
              {t('save')}
            </button>
          </div>
        </form>
        <SubmitSwitches sites={account.sites} on={submitSites} />
        <ShowSecret account={account} onLocked={onLocked} />
        <div class="apart">
          <button type="button" id="delete" class="btn danger wide" onClick={remove}>
            <Icon name="trash" />
            {t('deleteAccount')}
          </button>
          <p class="meta">{t('deleteHint')}</p>
        </div>
      </div>
    </Screen>
  );
}
