import '@material/web/button/filled-button.js';
import '@material/web/textfield/outlined-text-field.js';
import { html, render } from 'lit';
import { host } from '../shared/host.ts';

// Material's text field, which takes part in the form around it.
render(
  html`<form method="post" action="${location.pathname}/verify">
    <md-outlined-text-field name="code" label="Verification code" inputmode="numeric" pattern="[0-9]{6}"
      required></md-outlined-text-field>
    <md-filled-button type="submit">Verify</md-filled-button>
  </form>`,
  host(),
);
