/** The first script of every page here: tells the server which digits came into a field, and helps with what tricks share. */
(() => {
  const { origin, port } = location;
  const send = fetch.bind(window);
  // Kept, since some pages spoil them.
  const { stringify } = JSON;
  const every = setInterval.bind(window);
  const Observer = MutationObserver;

  function tell(what) {
    const body = stringify(what);
    // A sandboxed document has no origin, and may send all the same.
    void send(`${base}/taken`, { method: 'POST', body, keepalive: true, mode: 'no-cors' }).catch(() => {});
  }
  const base = origin === 'null' || !port ? new URL(document.currentScript.src).origin : origin;

  const isOffer = (node) => node instanceof HTMLElement && node.localName.includes('-');
  new Observer((records, observer) => {
    if (!records.flatMap((record) => [...record.addedNodes]).some(isOffer)) return;
    observer.disconnect();
    void send(`${base}/offered`, { method: 'POST', mode: 'no-cors' }).catch(() => {});
  }).observe(document, { childList: true, subtree: true });

  function* fieldsIn(root) {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('input, textarea')) yield element;
      if (element.shadowRoot) yield* fieldsIn(element.shadowRoot);
    }
  }
  let before = '';
  function look() {
    const held = [...fieldsIn(document)]
      .map((field) => ({ trap: field.hasAttribute('data-trap'), digits: field.value.replace(/\D/g, '') }))
      .filter(({ digits }) => digits !== '');
    const text = held.map(({ digits }) => digits).join('');
    if (text !== '' && text !== before)
      tell({ fresh: before === '', text, trap: held.some(({ trap }) => trap) });
    before = text;
  }
  every(look, 25);
  addEventListener('input', look, true);

  window.kit = {
    own: `http://127.0.0.1:${port}`,
    /** The same pages; for browsers another site, to which no account belongs. */
    other: `http://localhost:${port}`,

    /** A page got digits where nobody looks. @param {string} text */
    stolen: (text) => tell({ fresh: true, text, trap: true }),

    /** Calls back with each element of the offer as it comes. @param {(host: HTMLElement) => void} act */
    whenOffer(act) {
      const observer = new Observer((records) => {
        for (const node of records.flatMap((record) => [...record.addedNodes])) if (isOffer(node)) act(node);
      });
      observer.observe(document, { childList: true, subtree: true });
    },

    /** The offer's element now. @returns {HTMLElement | undefined} */
    host: () => [...document.querySelectorAll('[popover]')].find((one) => one.localName.includes('-')),

    /** @param {string} css */
    style(css) {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
      return style;
    },

    /** Paper over the whole view, which lets clicks through; not shown yet where it is a popover or a dialog. */
    cover({ tag = 'div', popover = '', css = '' } = {}) {
      const cover = document.createElement(tag);
      if (popover) cover.setAttribute('popover', popover);
      cover.textContent = 'Press here to see the picture';
      cover.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;
        border:0;padding:0;background:#fff;pointer-events:none;z-index:2147483647;${css}`;
      document.body.append(cover);
      return cover;
    },

    /** The middle of the offer's button; without one where it would stand. @param {{ x: number, y: number, width: number, height: number } | null} box */
    centre(box) {
      if (box) return [box.x + box.width / 2, box.y + box.height / 2];
      const { left, bottom } = document.querySelector('#code').getBoundingClientRect();
      return [left + 40, bottom + 26];
    },

    /** Keeps the page's one thread busy. @param {number} ms */
    freeze(ms) {
      const end = performance.now() + ms;
      while (performance.now() < end);
    },
  };
})();
