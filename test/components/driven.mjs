/** How a user gets into a component's field, and sends what stands in it. */

/**
 * @typedef {object} Driven
 * @property {string} [field] what to click where the document itself shows no field; else the likeliest is found
 * @property {string} [send] the button; without one the component sends itself
 * @property {string} [within] an element whose open shadow root has the button
 */

/** @type {Record<string, Driven>} */
const BY_NAME = {
  'angular-single': { send: 'button' },
  'lit-field': { field: 'code-step', send: 'button', within: 'code-step' },
  'material-text-field': { field: 'md-outlined-text-field', send: 'md-filled-button' },
  'okta-widget': { field: '#app input[type=text]', send: '#app input[type=submit]' },
  'primeng-input-otp': { send: 'button' },
  'primevue-input-otp': { send: 'button' },
  'react-otp-input': { send: 'button' },
  'react-single': { send: 'button' },
  'shoelace-input': { field: 'sl-input', send: 'sl-button' },
  'svelte-single': { send: 'button' },
  'vue-boxes': { send: 'button' },
  'vue-single': { send: 'button' },
  'vuetify-otp-input': { field: '[data-otp-index="0"]' },
};

/** @param {string} name @returns {Driven} */
export const drivenBy = (name) => BY_NAME[name] ?? {};
