/** The one style sheet; the page with a shadow root puts it inside, too. */
export const css = `
:root {
  color-scheme: light dark;
  --ground: #eef1f6; --card: #fff; --text: #1b2330; --soft: #5a6576; --line: #c5cdd9; --edge: #8793a4;
  --accent: #0b6b5d; --on-accent: #fff; --bad: #a8231b; --bad-ground: #fdecea; --good-ground: #e2f4ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --card: #1c222b; --text: #e8ecf2; --soft: #a3adbb; --line: #343d4a; --edge: #6f7d92;
    --accent: #4cc3ac; --on-accent: #06231e; --bad: #ff9d94; --bad-ground: #3a1d1b; --good-ground: #14352e;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
.shell { max-width: 27rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
.brand { display: flex; align-items: center; gap: .5rem; margin: .5rem 0 1.25rem; font-weight: 600; }
.brand svg { width: 1.75rem; height: 1.75rem; color: var(--accent); }
main { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.5rem; }
main.plain { background: none; border: 0; padding: 0; }
h1 { margin: 0 0 .6rem; font-size: 1.4rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .35rem; font-size: 1.05rem; }
p { margin: 0 0 1rem; }
.lead, .hint, footer { color: var(--soft); }
.hint, footer { font-size: .9rem; }
label, .line { display: block; margin: 0 0 .3rem; font-weight: 600; font-size: .95rem; }
input, select, button { font: inherit; color: inherit; }
input:not([type=hidden]), select {
  display: block; width: 100%; margin: 0 0 1rem; padding: .6rem .75rem; background: var(--card);
  border: 1px solid var(--edge); border-radius: 9px;
}
input:focus-visible, select:focus-visible, button:focus-visible, a:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px;
}
button {
  width: 100%; padding: .65rem 1rem; border: 0; border-radius: 9px; cursor: pointer;
  background: var(--accent); color: var(--on-accent); font-weight: 600;
}
button:disabled { opacity: .45; cursor: default; }
button.quiet { background: none; color: var(--accent); border: 1px solid var(--line); }
a { color: var(--accent); }
.boxes { display: flex; gap: .4rem; margin: 0 0 1rem; }
.boxes input, .boxes div { flex: 1 1 0; min-width: 0; margin: 0; padding: .6rem 0; text-align: center;
  font-size: 1.25rem; }
.boxes div { min-height: 2.9rem; border: 1px solid var(--line); border-radius: 9px; }
.error { background: var(--bad-ground); color: var(--bad); padding: .6rem .8rem; border-radius: 9px; }
.done { background: var(--good-ground); padding: .6rem .8rem; border-radius: 9px; }
.qr { display: block; width: min(15rem, 100%); height: auto; margin: 0 0 1rem; border-radius: 9px; }
.key { display: block; margin: 0 0 1rem; font: 1rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 11rem; border: 0; color-scheme: light dark; }
.actions { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; margin: 1rem 0 0; }
footer { margin: 1rem .25rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
ul { padding-left: 1.2rem; margin: 0; }
`;
