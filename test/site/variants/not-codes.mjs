import { errorLine } from '../html.mjs';

/** Crooked letters; a picture, so that they are not text of the page. */
const CAPTCHA = `<svg width="150" height="46" viewBox="0 0 150 46" role="img" aria-label="Letters to copy">
<rect width="150" height="46" rx="8" fill="#dfe5ee"/><g fill="none" stroke="#3b4a63" stroke-width="3">
<path d="M14 36 24 10l9 26M18 28h12"/><path d="M48 12l18 2-16 20 19-1"/><path d="M80 36V11l18 24V10"/>
<path d="M130 13q-20-3-19 10t20 11"/><path d="M5 30 145 16" stroke-width="1.5"/></g></svg>`;

/**
 * A checkout full of short fields, none of them for a verification code.
 * @type {import('./parts.mjs').Variant}
 */
export const notCodes = {
  id: 'not-codes',
  title: 'A checkout without any code field',
  html: ({ error }) => `<form role="search" action="/challenge" method="get">
<label for="search">Search the shop</label>
<input id="search" name="q" type="search" placeholder="Lamps, chairs…">
</form>
<h1>Checkout</h1>
<p class="lead">Two lamps, 48.00 €</p>
${errorLine(error)}
<form id="order-form" method="post" action="/order">
<label for="coupon">Coupon code</label>
<input id="coupon" name="coupon" type="text" maxlength="8" autocomplete="off">
<label for="postal">Postal code</label>
<input id="postal" name="postal" type="text" inputmode="numeric" maxlength="6" autocomplete="postal-code">
<label for="phone">Phone</label>
<input id="phone" name="phone" type="tel" autocomplete="tel">
<label for="cvv">Security code (CVV)</label>
<input id="cvv" name="cvv" type="text" inputmode="numeric" maxlength="4" autocomplete="cc-csc">
<label for="captcha">Type the characters you see</label>
${CAPTCHA}
<input id="captcha" name="captcha" type="text" maxlength="6" autocomplete="off">
<button id="order" type="submit">Order</button>
</form>`,
};
