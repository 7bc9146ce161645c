import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import { html, render } from 'lit';
import { host } from '../shared/host.ts';

// Shoelace's input, which takes part in the form around it.
render(
  html`<form method="post" action="${location.pathname}/verify">
    <sl-input name="code" label="Verification code" inputmode="numeric" autocomplete="one-time-code"
      required></sl-input>
    <sl-button type="submit" variant="primary">Verify</sl-button>
  </form>`,
  host(),
);
