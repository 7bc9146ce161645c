/** The mark, two steps, and the name; at the right what state this is. */
export function Brand({ aside }: { aside?: string }) {
  return (
    <div class="brand">
      <svg class="mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="2" y="13" width="12" height="5" rx="2.5" />
        <rect x="10" y="6" width="12" height="5" rx="2.5" />
      </svg>
      <span>Tweestap</span>
      {aside && <span class="aside">{aside}</span>}
    </div>
  );
}
