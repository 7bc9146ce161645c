import { literal } from '../html.mjs';
import { codeField, intro, verifyForm } from './parts.mjs';

const DELAY = 1500;

/** The form comes a while after the page. @type {import('./parts.mjs').Variant} */
export const delayed = {
  id: 'delayed',
  title: 'A field that comes 1.5 seconds later',
  html: (context) => `${intro(context)}<div id="later"><p class="hint">One moment…</p></div>
<script>
  setTimeout(() => {
    document.getElementById('later').innerHTML = ${literal(verifyForm(codeField(context)))};
  }, ${DELAY});
</script>`,
};
