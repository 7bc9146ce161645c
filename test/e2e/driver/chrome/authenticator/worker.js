/** Takes over all WebAuthn calls of the browser, as a remote desktop does, and hands each to the driver. */
const { webAuthenticationProxy: proxy } = chrome;

const complete = {
  create: proxy.completeCreateRequest,
  get: proxy.completeGetRequest,
  isUvpaa: proxy.completeIsUvpaaRequest,
};

// `toDriver` is a binding that the driver adds.
const ask = (kind, { requestId, requestDetailsJson }) =>
  globalThis.toDriver(JSON.stringify({ kind, requestId, request: JSON.parse(requestDetailsJson ?? 'null') }));

proxy.onCreateRequest.addListener((request) => ask('create', request));
proxy.onGetRequest.addListener((request) => ask('get', request));
proxy.onIsUvpaaRequest.addListener((request) => ask('isUvpaa', request));

globalThis.takeOver = () => proxy.attach();
globalThis.answer = (kind, details) => complete[kind](details);
