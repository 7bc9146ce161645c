/** Firefox's own virtual authenticator. It serves every tab and the popup. */

/** What Firefox needs to ask it, and nothing else that a machine may have. */
const PREFERENCES = {
  'security.webauth.webauthn_enable_softtoken': true,
  'security.webauth.webauthn_enable_usbtoken': false,
};

/**
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @returns {import('../types.mjs').Authenticator}
 */
export function firefoxAuthenticator(session) {
  /** @type {string | null} */
  let authenticatorId = null;

  return {
    add: async ({ userVerified, prf }, credentials) => {
      await session.privileged(({ Services }, values) => {
        for (const [name, value] of Object.entries(values)) Services.prefs.setBoolPref(name, value);
      }, PREFERENCES);
      const { value } = await session.command('WebAuthn:AddVirtualAuthenticator', {
        protocol: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        // It always knows PRF, but gives a result only when it verifies the user.
        hasUserVerification: prf,
        isUserConsenting: true,
        isUserVerified: userVerified,
      });
      authenticatorId = value;
      for (const credential of credentials) {
        await session.command('WebAuthn:AddCredential', { authenticatorId, credentials: credential });
      }
    },
    remove: async () => {
      await session.command('WebAuthn:RemoveVirtualAuthenticator', { authenticatorId });
      authenticatorId = null;
      await session.privileged(({ Services }, names) => {
        for (const name of names) Services.prefs.clearUserPref(name);
      }, Object.keys(PREFERENCES));
    },
    refuse: async (refuse) => {
      await session.command('WebAuthn:SetUserVerified', { authenticatorId, isUserVerified: !refuse });
    },
    credentials: async () => (await session.command('WebAuthn:GetCredentials', { authenticatorId })).value,
  };
}
