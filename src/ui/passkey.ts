/**
 * The ceremony with an authenticator (Windows Hello, Touch ID, a security key): WebAuthn with its PRF extension. Out comes
 * the second secret of the vault, made anew by the authenticator each time from an `input` that is no secret.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { NewSecond, PasskeyRequest } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';

/**
 * `yes`: one is built into this computer. `no-authenticator`: none is, though a security key may be plugged in.
 * `needs-domain`: this build has none. `needs-access`: it has one, which the user lets no extension into.
 */
export type PasskeySupport = 'yes' | 'no-authenticator' | 'needs-domain' | 'needs-access' | 'no-webauthn';
export type PasskeyError = 'passkey-refused' | 'passkey-no-prf' | 'passkey-failed';

type NewPasskey = Extract<NewSecond, { kind: 'passkey' }>;

const SECRET_BYTES = 32;
const USER_ID_BYTES = 32;
/** EdDSA, ES256, RS256 (COSE numbers): nothing is ever signed for anyone, but one has to be named. */
const ALGORITHMS = [-8, -7, -257];

/** Chrome takes the extension's own origin. Firefox refuses that and wants a domain that the extension may access. */
const RELYING_PARTY = __TARGET__ === 'firefox' ? __PASSKEY_DOMAIN__ : null;

/** Access that a ceremony under this domain takes (match patterns); none for the extension's own origin. */
function access(relyingParty: string | null): string[] {
  return relyingParty === null ? [] : [`https://${relyingParty}/*`];
}

/** Asks the user for that access. Call from a click, with nothing awaited before. */
export function askPasskeyAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: access(RELYING_PARTY) });
}

export async function passkeySupport(): Promise<PasskeySupport> {
  if (RELYING_PARTY === '') return 'needs-domain';
  if (!(await browser.permissions.contains({ origins: access(RELYING_PARTY) }))) return 'needs-access';
  if (typeof PublicKeyCredential === 'undefined') return 'no-webauthn';
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  if (capabilities?.['extension:prf'] === false) return 'no-webauthn';
  const builtIn = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  return builtIn ? 'yes' : 'no-authenticator';
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  return fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'));
}

function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function bytesOf(source: BufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

/** What the authenticator made, base 64; null when it made nothing that can be a key. */
function outputOf(credential: PublicKeyCredential): string | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  const bytes = first && bytesOf(first);
  return bytes?.length === SECRET_BYTES ? toBase64(bytes) : null;
}

/** Null where the browser gave no credential of this kind. */
async function ceremony(
  asked: Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyError>> {
  try {
    const credential = await asked;
    return credential instanceof PublicKeyCredential ? ok(credential) : err('passkey-failed');
  } catch (error) {
    // The user's no, no answer in time, and a key that is not there look alike: the browser tells no page which.
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return err(refused ? 'passkey-refused' : 'passkey-failed');
  }
}

/** Shows the passkey again; gives its output, base 64. */
export async function usePasskey(request: PasskeyRequest): Promise<Result<string, PasskeyError>> {
  const id = fromBase64Url(request.credential);
  const first = fromBase64(request.input);
  if (!id || !first) return err('passkey-failed');
  const shown = await ceremony(
    navigator.credentials.get({
      publicKey: {
        challenge: random(SECRET_BYTES),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first } } },
        ...(request.relyingParty !== null && { rpId: request.relyingParty }),
      },
    }),
  );
  if (!shown.ok) return shown;
  const output = outputOf(shown.value);
  return output ? ok(output) : err('passkey-no-prf');
}

/** The same passkey for the next generation of the vault: another input, so another secret. */
export async function renewPasskey({
  credential,
  relyingParty,
}: PasskeyRequest): Promise<Result<NewPasskey, PasskeyError>> {
  const request = { credential, relyingParty, input: toBase64(random(SECRET_BYTES)) };
  const output = await usePasskey(request);
  return output.ok ? ok({ kind: 'passkey', ...request, output: output.value }) : output;
}

/** Makes a passkey. The authenticator learns no name but ours. */
export async function createPasskey(): Promise<Result<NewPasskey, PasskeyError>> {
  const input = random(SECRET_BYTES);
  const made = await ceremony(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tweestap', ...(RELYING_PARTY !== null && { id: RELYING_PARTY }) },
        user: { id: random(USER_ID_BYTES), name: 'Tweestap', displayName: 'Tweestap' },
        challenge: random(SECRET_BYTES),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
        attestation: 'none',
        extensions: { prf: { eval: { first: input } } },
      },
    }),
  );
  if (!made.ok) return made;
  const request: PasskeyRequest = {
    credential: toBase64Url(new Uint8Array(made.value.rawId)),
    input: toBase64(input),
    relyingParty: RELYING_PARTY,
  };
  const output = outputOf(made.value);
  if (output) return ok({ kind: 'passkey', ...request, output });
  if (made.value.getClientExtensionResults().prf?.enabled !== true) return err('passkey-no-prf');
  // Many authenticators can do it, but not while they make the passkey: asked at once, a second touch.
  const shown = await usePasskey(request);
  return shown.ok ? ok({ kind: 'passkey', ...request, output: shown.value }) : shown;
}
