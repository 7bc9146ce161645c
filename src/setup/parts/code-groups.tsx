import { recoveryGroups } from '../../core/recovery-code.ts';

/** A code to copy, in its groups with their number. */
export function CodeGroups({ code, label }: { code: string; label: string }) {
  return (
    <ol class="groups" aria-label={label}>
      {recoveryGroups(code).map((group, nth) => (
        <li key={nth} class="grp" data-group={nth + 1} data-text={group}>
          <small>{nth + 1}</small>
          <span>{group}</span>
        </li>
      ))}
    </ol>
  );
}
