import '@okta/okta-signin-widget/css/okta-sign-in.min.css';
import OktaSignIn from '@okta/okta-signin-widget/oie';

// Okta's widget at its code step, as on a page of Okta's own: the server tells what is asked for the state token.
new OktaSignIn({
  baseUrl: location.origin,
  useClassicEngine: false,
  stateToken: 'waits-for-code',
}).renderEl({ el: '#app' });
