import { recoveryGroups } from '../../core/recovery-code.ts';
import { t } from '../../ui/i18n.ts';

/** A written code in its six groups, each with its number. */
export function CodeGroups({ code }: { code: string }) {
  return (
    <ol class="groups" aria-label={t('codeGroups')}>
      {recoveryGroups(code).map((group, nth) => (
        <li key={nth} class="grp" data-group={nth + 1} data-text={group}>
          <small>{nth + 1}</small>
          <span>{group}</span>
        </li>
      ))}
    </ol>
  );
}
