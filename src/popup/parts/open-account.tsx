import { useEffect, useRef } from 'preact/hooks';
import type { AddedFrom } from '../../core/account.ts';
import type { AccountView } from '../../messages/views.ts';
import { formatDate, type TextKey, t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { unusualSettings } from '../../ui/unusual-settings.ts';
import type { RowActions } from './account-row.tsx';

const ADDED: Record<AddedFrom, TextKey> = {
  page: 'addedPage',
  image: 'addedImage',
  uri: 'addedUri',
  hand: 'addedHand',
};

interface Props extends RowActions {
  account: AccountView;
  copied: boolean;
  /** Copying asks for the PIN first. */
  hidden: boolean;
  /** There is a page to fill, and the row has no button for it. */
  fillable: boolean;
}

/** What a row shows when it is open. */
export function OpenAccount({ account, copied, hidden, fillable, ...actions }: Props) {
  const unusual = unusualSettings(account.settings);
  const more = useRef<HTMLDivElement>(null);
  useEffect(() => more.current?.closest('li')?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="more" ref={more}>
      <div class="acts">
        <button type="button" class={copied ? 'on' : ''} onClick={actions.onCopy}>
          <Icon name={copied ? 'check' : hidden ? 'keys' : 'copy'} />
          {t(copied ? 'copied' : hidden ? 'showShort' : 'copy')}
        </button>
        {fillable && (
          <button type="button" data-act="fill" onClick={actions.onFill}>
            <Icon name="enter" />
            {t('fillHere')}
          </button>
        )}
        <button type="button" data-act="edit" onClick={actions.onEdit}>
          <Icon name="edit" />
          {t('edit')}
        </button>
      </div>
      <dl class="facts">
        <dt>{t('name')}</dt>
        <dd>
          <bdi>{account.name || '—'}</bdi>
        </dd>
        <dt>{t('belongsTo')}</dt>
        <dd>{account.sites.join(', ') || t('belongsNowhere')}</dd>
        <dt>{t('added')}</dt>
        <dd>{t(ADDED[account.addedFrom], formatDate(account.addedAt))}</dd>
        {unusual.length > 0 && (
          <>
            <dt>{t('settingsTitle')}</dt>
            <dd>{unusual.join(' · ')}</dd>
          </>
        )}
      </dl>
      {account.settings.type === 'hotp' && <p class="meta">{t('hotpHint')}</p>}
    </div>
  );
}
