/** What errors say about the screen. Never a field's content: a PIN or a secret may stand in it. */

export const DESCRIBE_POPUP = `(() => {
  const screen = document.querySelector('main')?.dataset.screen ?? '(no screen)';
  const message = document.querySelector('#message')?.textContent.trim() ?? '';
  return 'screen ' + screen + ', ' + innerWidth + ' × ' + innerHeight + ' px' + (message ? ', message "' + message + '"' : '');
})()`;

export const DESCRIBE_PAGE = `(() => {
  const step = document.querySelector('main')?.dataset.step;
  const message = step ? document.querySelector('#message')?.textContent.trim() : '';
  return location.origin + location.pathname + (step ? ', step ' + step : '') + (message ? ', message "' + message + '"' : '');
})()`;
