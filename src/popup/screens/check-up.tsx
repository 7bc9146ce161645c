import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AccountId } from '../../core/account.ts';
import type { AppErrorCode } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { ask } from '../../messages/send.ts';
import type { CheckUp, Resemblance } from '../../messages/site-views.ts';
import type { AccountView } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { isResemblance } from '../../ui/resemblance.ts';
import type { Code } from '../../ui/sentences.ts';
import { isBackupDue } from '../backup-age.ts';
import { AccountFindings } from '../parts/account-findings.tsx';
import { VaultFindings } from '../parts/vault-findings.tsx';

interface Props {
  accounts: readonly AccountView[];
  /** The accounts as they are after a change. */
  reload: () => Promise<void>;
  onEdit: (account: AccountView) => void;
  onBack: () => void;
  onLocked: () => void;
}

type Mended = Result<null, Code | Resemblance>;

/** What could be better, each with the one press that mends it. */
export function CheckUpScreen({ accounts, reload, onEdit, onBack, onLocked }: Props) {
  const [found, setFound] = useState<CheckUp | null>(null);
  const [problem, setProblem] = useState<Code | null>(null);
  const look = useCallback(async () => {
    const answer = await attempt(ask('checkUp'));
    if (answer.ok) setFound(answer.value);
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  }, [onLocked]);
  useEffect(() => void look(), [look]);

  const mend = async (work: Promise<Mended>) => {
    setProblem(null);
    const answer = await attempt<null, Code | Resemblance | AppErrorCode>(work);
    if (!answer.ok && answer.error === 'locked') return onLocked();
    // A site to be typed out is nothing for one press: its own screen asks for it.
    if (!answer.ok) setProblem(isResemblance(answer.error) ? 'bad-site' : answer.error);
    await reload();
    await look();
  };
  const withId = (id: AccountId) => accounts.find((account) => account.id === id);
  /** Changes only the sites of an account. */
  const setSites = (id: AccountId, edit: (sites: string[]) => string[]) => {
    const account = withId(id);
    if (!account) return;
    const { issuer, name, sites } = account;
    void mend(ask('editAccount', { id, issuer, name, sites: edit(sites) }));
  };
  const sound =
    found?.recoveryCode &&
    found.mode !== 'basic' &&
    !isBackupDue(found.backupDays) &&
    found.siteless.length + found.weak.length + found.duplicates.length + found.lookalikes.length === 0;
  return (
    <Screen name="check-up" onBack={onBack}>
      <Bar title={t('checkUp')} onBack={onBack} />
      <div class="body set" aria-busy={found === null && problem === null}>
        <Message code={problem} />
        {sound && (
          <p class="inset" role="status">
            {t('checkUpGood')}
          </p>
        )}
        {found && (
          <AccountFindings
            found={found}
            onEdit={(id) => {
              const account = withId(id);
              if (account) onEdit(account);
            }}
            onAddSites={(id, proposed) => setSites(id, (sites) => [...sites, ...proposed])}
            onRemoveSite={(id, site) => setSites(id, (sites) => sites.filter((each) => each !== site))}
            onMerge={(id) => void mend(ask('mergeDuplicates', { id }))}
          />
        )}
        {found && <VaultFindings found={found} />}
      </div>
    </Screen>
  );
}
