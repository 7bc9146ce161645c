import { literal } from '../html.mjs';
import { sendHtml } from '../http.mjs';
import { frameLayout } from '../layout.mjs';
import { codeField } from '../variants/parts.mjs';

/** @typedef {import('../router.mjs').Visit} Visit */

/**
 * The frame that asks for a code it may not have. It tells the other site whatever is put into its field,
 * with or without events, sent or not.
 * @param {Visit} visit
 */
export function showForeignFrame({ response, site, url }) {
  const about = {
    user: url.searchParams.get('user') ?? '',
    frame: url.searchParams.get('frame') ?? '',
  };
  const body = `<form id="code-form">
${codeField({ digits: 8 })}
<button id="verify" type="submit">Verify</button>
</form>
<p id="received" class="hint" hidden>Received.</p>
<script>
  {
    const field = document.getElementById('code');
    let told = '';
    const tell = () => {
      if (field.value === told) return;
      told = field.value;
      fetch(${literal(`${site.crossUrl}/collect`)}, {
        method: 'POST',
        mode: 'no-cors',
        keepalive: true,
        body: new URLSearchParams({ ...${literal(about)}, value: told }),
      });
    };
    field.addEventListener('input', tell);
    setInterval(tell, 100);
    document.getElementById('code-form').addEventListener('submit', (event) => {
      event.preventDefault();
      tell();
      document.getElementById('received').hidden = false;
    });
  }
</script>`;
  sendHtml(response, frameLayout({ title: 'Partner', body }));
}

/** Records what the frame was given. @param {Visit} visit */
export function collect({ response, site, form }) {
  const get = (/** @type {string} */ name) => form.get(name) ?? '';
  site.crossReceived.push({ user: get('user'), frame: get('frame'), value: get('value') });
  response.writeHead(204);
  response.end();
}
