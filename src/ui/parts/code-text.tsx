import { groupCode, spelledCode } from '../format-code.ts';

/** A code in its groups. The gap is layout, so that a copied code has no space in it. */
export function CodeText({ code, size }: { code: string; size?: 'large' | 'small' }) {
  const groups = groupCode(code);
  return (
    <span class={size ? `code ${size}` : 'code'} role="img" aria-label={spelledCode(code)}>
      {groups.map((group, nth) => (
        <span key={nth} aria-hidden="true">
          {group}
        </span>
      ))}
    </span>
  );
}
