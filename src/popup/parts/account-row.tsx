import type { ComponentChildren } from 'preact';
import type { AccountView, CodeView } from '../../messages/views.ts';
import { fullName, subtitleOf, titleOf } from '../../ui/find-accounts.ts';
import { spelledCode } from '../../ui/format-code.ts';
import { t } from '../../ui/i18n.ts';
import { CodeText } from '../../ui/parts/code-text.tsx';
import { Icon } from '../../ui/parts/icon.tsx';
import { isNear, Ring } from '../../ui/parts/ring.tsx';
import { Tile } from '../../ui/parts/tile.tsx';

export interface RowActions {
  onCopy: () => void;
  onFill: () => void;
  onMore: () => void;
  onEdit: () => void;
  onAdvance: () => void;
}

interface Props extends RowActions {
  account: AccountView;
  /** Null while it is hidden: then the row asks for the PIN. */
  code: CodeView | null;
  now: number;
  /** Fill at once, fill after a question, or not from the row itself. */
  fill: 'now' | 'ask' | 'no';
  /** The account belongs to the site in the tab. */
  here: boolean;
  open: boolean;
  first?: boolean;
  children?: ComponentChildren;
}

/** One account. Its whole surface copies; the letter opens it without copying. */
export function AccountRow(props: Props) {
  const { account, code, now, here, open } = props;
  const { next, validFrom, validUntil } = code ?? { next: null, validFrom: null, validUntil: null };
  const name = fullName(account);
  const near = validUntil !== null && next !== null && isNear(validUntil, now);
  const hasFill = props.fill !== 'no';
  // Long codes stay at the row's own size where a button takes room; a second one then stands on the line above.
  const long = (code?.code.length ?? 0) > 7;
  const large = (here || open) && !(hasFill && long);
  const nextAbove = near && (hasFill || long);
  const ring = validFrom !== null && validUntil !== null && (
    <Ring from={validFrom} until={validUntil} now={now} />
  );
  const nextCode = next !== null && (
    <span class="next">
      <i>{t('nextCode')}</i>
      <CodeText code={next} size="small" />
    </span>
  );
  return (
    <li
      class={['account', here && 'here', props.fill === 'ask' && 'pick', open && 'open']
        .filter(Boolean)
        .join(' ')}
      data-account={account.id}
      data-issuer={account.issuer}
      data-name={account.name}
      data-sites={account.sites.join(' ')}
      data-code={code?.code ?? ''}
      data-valid-until={validUntil ?? ''}
    >
      <div class="row">
        <button
          type="button"
          class="tile-button"
          data-act="more"
          aria-expanded={open}
          aria-label={t('moreAbout', name)}
          title={t('moreAbout', name)}
          onClick={props.onMore}
        >
          <Tile title={titleOf(account)} />
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="take"
          data-act="copy"
          data-row-main={props.fill === 'now' ? undefined : true}
          title={name}
          aria-label={code ? t('copyCode', name, spelledCode(code.code)) : t('showCode', name)}
          onClick={props.onCopy}
        >
          <span class="who">
            <bdi class="iss">{titleOf(account)}</bdi>
            <bdi class="acc">{subtitleOf(account)}</bdi>
            {nextAbove && nextCode}
          </span>
          <span class="val">
            {code ? (
              <CodeText code={code.code} {...(large ? { size: 'large' } : {})} />
            ) : (
              <HiddenCode words={!hasFill} />
            )}
            {near && !nextAbove && nextCode}
            {hasFill && ring}
          </span>
        </button>
        <div class="side">
          {!hasFill && ring}
          {account.settings.type === 'hotp' && (
            <button
              type="button"
              class="icb"
              data-act="advance"
              aria-label={t('newCodeFor', name)}
              title={t('newCode')}
              onClick={props.onAdvance}
            >
              <Icon name="again" />
            </button>
          )}
          {hasFill && (
            <button
              type="button"
              class={props.fill === 'now' ? 'btn pri' : 'btn'}
              data-act="fill"
              data-row-main={props.fill === 'now' || undefined}
              data-first={props.first || undefined}
              onClick={props.onFill}
            >
              {t(props.fill === 'now' ? 'fill' : 'choose')}
              {props.fill === 'now' && !long && <Icon name="enter" size={16} />}
            </button>
          )}
        </div>
      </div>
      {props.children}
    </li>
  );
}

/** Two groups of dots, whatever the length: that too is the account's own. */
function HiddenCode({ words }: { words: boolean }) {
  return (
    <span class="hidden-code">
      <span class="code" aria-hidden="true">
        <span>•••</span>
        <span>•••</span>
      </span>
      {words && <span class="meta">{t('codeHidden')}</span>}
    </span>
  );
}
