/** Colours follow the system, not the page. */
export const FACE_STYLE = `.pill{--surface:#fff;--sunken:#e8eeec;--edge:#6f7f7a;--ink:#0e1f1b;--ink-2:#40504b;--accent:#0a5c54;
display:inline-flex;align-items:stretch;box-sizing:border-box;max-width:100%;border-radius:24px;background:var(--surface);color:var(--ink);box-shadow:0 0 0 1px var(--edge),0 4px 12px rgb(0 0 0/.18);font:400 14px/20px "Segoe UI",system-ui,-apple-system,sans-serif;text-align:start}
button{all:unset;box-sizing:border-box;display:flex;align-items:center;min-height:40px;cursor:pointer;-webkit-tap-highlight-color:transparent}
button:hover{background:var(--sunken)}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[data-act=accept]{gap:8px;padding:4px 8px 4px 14px;border-start-start-radius:24px;border-end-start-radius:24px;min-width:0}
[data-act=hide]{width:40px;justify-content:center;flex:none;border-start-end-radius:24px;border-end-end-radius:24px;color:var(--ink-2)}
svg{flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
[data-act=accept] svg{color:var(--accent)}
b{display:block;font-weight:600;white-space:nowrap}
small{display:block;font-size:12px;line-height:16px;color:var(--ink-2);white-space:nowrap}
small:empty{display:none}
@media (prefers-color-scheme:dark){.pill{--surface:#16201d;--sunken:#20302b;--edge:#7c8e87;--ink:#f0f5f3;--ink-2:#b9c7c1;--accent:#72d6c4}}
@media (prefers-contrast:more){.pill{--surface:#fff;--sunken:#fff;--edge:#000;--ink:#000;--ink-2:#000;--accent:#003f39;box-shadow:0 0 0 2px var(--edge)}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){.pill{--surface:#000;--sunken:#000;--edge:#fff;--ink:#fff;--ink-2:#fff;--accent:#8ff2e0}}
@media (forced-colors:active){.pill{border:2px solid CanvasText;box-shadow:none}}
@media (prefers-reduced-motion:no-preference){button{transition:background-color 120ms cubic-bezier(.2,0,0,1)}}`;
