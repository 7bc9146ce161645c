import type { Site } from '../../core/account.ts';
import type { AccountView } from '../../messages/views.ts';
import { titleOf } from '../../ui/find-accounts.ts';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import type { RowsState } from '../use-rows.ts';
import { AccountRow } from './account-row.tsx';
import { LinkConfirm } from './link-confirm.tsx';
import { LookalikeConfirm } from './lookalike-confirm.tsx';
import { OpenAccount } from './open-account.tsx';
import { PinPrompt } from './pin-prompt.tsx';

interface Props {
  accounts: readonly AccountView[];
  state: RowsState;
  now: number;
  /** The site that would be filled; null when there is none. */
  site: Site | null;
  /** These accounts belong to that site. */
  here: boolean;
  /** The list is there to fill: every row has its button. */
  toFill?: boolean;
  onEdit: (account: AccountView) => void;
}

export function Rows({ accounts, state, now, site, here, toFill = false, onEdit }: Props) {
  const { filling } = state;
  return (
    <ul class={here ? 'rows sites' : 'rows'}>
      {accounts.map((account, nth) => {
        const fillState =
          filling.state.kind !== 'idle' && filling.state.id === account.id ? filling.state : null;
        const open = state.openId === account.id;
        const code = state.codeOf(account);
        const askingPin = state.asking === account.id || fillState?.kind === 'ask-pin';
        const actions = {
          onCopy: () => state.copy(account),
          onFill: () => state.fill(account),
          onMore: () => state.toggle(account),
          onEdit: () => onEdit(account),
          onAdvance: () => state.advance(account),
        };
        return (
          <AccountRow
            key={account.id}
            account={account}
            code={code}
            now={now}
            here={here}
            open={open}
            fill={here ? 'now' : toFill ? 'ask' : 'no'}
            first={toFill && here && nth === 0}
            {...actions}
          >
            {fillState?.kind === 'failed' && <Message code={fillState.code} />}
            {fillState?.kind === 'ask-link' && site && (
              <LinkConfirm
                account={account}
                site={site}
                onConfirm={() => filling.fill(account.id, { link: site })}
                onCancel={filling.reset}
              />
            )}
            {fillState?.kind === 'ask-typed' && (
              <LookalikeConfirm
                found={fillState.found}
                to="fill"
                onConfirm={(typed) => void filling.fill(account.id, { typed })}
                onCancel={filling.reset}
              />
            )}
            {fillState?.kind === 'ask-pin' && (
              <PinPrompt
                id="code-pin"
                title={t('codePinFill', titleOf(account))}
                send={(pin) => filling.fill(account.id, fillState.confirmed, pin)}
                onCancel={filling.reset}
              />
            )}
            {state.asking === account.id && (
              <PinPrompt
                id="code-pin"
                title={t('codePinShow', titleOf(account))}
                send={(pin) => state.show(account.id, pin)}
                onCancel={state.stopAsking}
              />
            )}
            {open && !askingPin && (
              <OpenAccount
                account={account}
                copied={code !== null && state.copiedCode === code.code}
                hidden={code === null}
                fillable={!here && !toFill && site !== null}
                {...actions}
              />
            )}
          </AccountRow>
        );
      })}
    </ul>
  );
}
