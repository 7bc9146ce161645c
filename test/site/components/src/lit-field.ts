import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { host } from '../shared/host.ts';
import { sendCode } from '../shared/send-code.ts';

/** A controlled input in a shadow root: what is shown is put back to the state after each event. */
@customElement('code-step')
class CodeStep extends LitElement {
  @state() private code = '';

  override render() {
    return html`<form @submit=${this.send}>
      <label for="code">Verification code</label>
      <input id="code" inputmode="numeric" autocomplete="one-time-code" .value=${live(this.code)}
        @input=${this.take}>
      <button ?disabled=${this.code.length !== 6}>Verify</button>
    </form>`;
  }

  private take(event: Event) {
    this.code = (event.target as HTMLInputElement).value.replace(/\D/g, '').slice(0, 6);
    this.requestUpdate();
  }

  private send(event: Event) {
    event.preventDefault();
    void sendCode(this.code);
  }
}

host().append(new CodeStep());
