/** Small pages that take a code in their own way; each is a body with a script. */

const BOX = '<input maxlength="1" style="width:32px">';
const SIX = BOX.repeat(6);

export const PAGES = {
  plain: '<input>',
  /** Keeps its own model and puts back what did not come through an input event. */
  controlled: `<input><script>
    const f = document.querySelector('input'); let model = '';
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'); let tracked = '';
    Object.defineProperty(f, 'value', { get() { return own.get.call(f) }, set(v) { tracked = v; own.set.call(f, v) } });
    f.addEventListener('input', () => { const v = own.get.call(f); if (v !== tracked) { tracked = v; model = v } f.value = model });
  </script>`,
  keysOnly: `<input><script>
    const f = document.querySelector('input'); let model = '';
    f.addEventListener('keydown', (e) => { if (/^\\d$/.test(e.key)) { model += e.key; f.value = model; e.preventDefault() } });
    f.addEventListener('input', () => { f.value = model });
  </script>`,
  boxes: SIX,
  /** Boxes that are no inputs. */
  editableBoxes: `${'<div contenteditable="true" style="display:inline-block;width:32px;height:32px"></div>'.repeat(6)}<script>
    const boxes = [...document.querySelectorAll('[contenteditable]')];
    boxes.forEach((b, i) => b.addEventListener('input', () => { b.textContent = b.textContent.slice(0, 1); boxes[i + 1]?.focus() }));
  </script>`,
  editable: '<div contenteditable="plaintext-only" style="width:200px;height:32px"></div>',
  textarea: '<textarea rows="1"></textarea>',
  pasteLater: `<div>${SIX}</div><script>
    const boxes = [...document.querySelectorAll('input')];
    document.querySelector('div').addEventListener('paste', (e) => {
      e.preventDefault(); const text = e.clipboardData.getData('text');
      setTimeout(() => boxes.forEach((b, i) => { b.value = text[i] }), 100);
    });
  </script>`,
  enabledOneByOne: `${BOX}${'<input maxlength="1" disabled style="width:32px">'.repeat(5)}<script>
    const boxes = [...document.querySelectorAll('input')];
    boxes.forEach((b, i) => b.addEventListener('keyup', () => { if (b.value && boxes[i + 1]) { boxes[i + 1].disabled = false; boxes[i + 1].focus() } }));
  </script>`,
  /** Puts in the first box what belongs to all. */
  spreads: `${'<input style="width:32px">'.repeat(6)}<script>
    const boxes = [...document.querySelectorAll('input')];
    boxes.forEach((b) => b.addEventListener('input', () => { if (b.value.length > 1) { const t = b.value; boxes.forEach((o, i) => { o.value = t[i] ?? '' }) } else { b.value = '' } }));
  </script>`,
  sendsForm: `<form><input></form><script>
    window.sent = 0; const f = document.querySelector('input');
    f.form.addEventListener('submit', (e) => { e.preventDefault(); window.sent += 1; f.value = '' });
    f.addEventListener('input', () => { if (f.value.length === 6) f.form.requestSubmit() });
  </script>`,
  sendsBoxes: `<div>${SIX}</div><p></p><script>
    window.sent = 0; const boxes = [...document.querySelectorAll('input')];
    boxes.forEach((b) => b.addEventListener('input', () => {
      if (boxes.every((o) => o.value)) { window.sent += 1; document.querySelector('p').textContent = 'One moment'; boxes.forEach((o) => { o.value = '' }) }
    }));
  </script>`,
  goesAway: `<div><input></div><script>
    window.sent = 0; const f = document.querySelector('input');
    f.addEventListener('input', () => { if (f.value.length === 6) { window.sent += 1; f.parentNode.remove() } });
  </script>`,
  refuses: `<input><script>
    const f = document.querySelector('input'); for (const t of ['input', 'keyup', 'change']) f.addEventListener(t, () => { f.value = '' });
  </script>`,
  buttons: `<input><button disabled>input</button><button disabled>keyup</button><button disabled>change</button><script>
    const f = document.querySelector('input');
    for (const b of document.querySelectorAll('button')) f.addEventListener(b.textContent, () => { b.disabled = f.value.length !== 6 });
  </script>`,
} as const;
