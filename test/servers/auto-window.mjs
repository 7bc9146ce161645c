/** A sign-in window without a window: follows the provider's redirects, with its cookies, until it comes back. */

const MAX_HOPS = 12;

/**
 * @param {string} redirectUri
 * @param {{ login?: string, refuse?: boolean }} [user] who signs in, or says no
 */
export function autoWindow(redirectUri, user = {}) {
  const opened = /** @type {string[]} */ ([]);
  return {
    redirectUri,
    opened,
    /** @param {string} url */
    async open(url) {
      opened.push(url);
      /** @type {Map<string, string>} */
      const cookies = new Map();
      let next = new URL(url);
      const provider = next.origin;
      next.searchParams.set('auto', user.refuse ? '' : (user.login ?? 'ann'));
      /** @type {RequestInit} */
      let asked = {};
      for (let hop = 0; hop < MAX_HOPS; hop++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(next, { ...asked, headers: { cookie }, redirect: 'manual' });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location) {
          next = new URL(location, next);
          asked = {}; // Back, or somewhere that is no page of the provider's.
          if (next.origin !== provider) return next.href;
          continue;
        }
        const text = await response.text();
        const action = /action="([^"]+)"/.exec(text)?.[1];
        if (!user.refuse || !action)
          throw new Error(`the window stays open: ${response.status} ${text.slice(0, 300)}`);
        next = new URL(action, next);
        asked = { method: 'POST', body: new URLSearchParams({ refuse: 'yes' }) };
      }
      throw new Error('the window goes round in circles');
    },
  };
}
