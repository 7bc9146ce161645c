/** Chrome's document that nobody sees, through which the worker writes to the clipboard: a worker cannot itself. */
const box = document.querySelector('textarea');

// Only our own worker can speak to this.
navigator.serviceWorker.addEventListener('message', ({ data, ports: [reply] }) => {
  if (box === null || typeof data !== 'string') return;
  box.value = data;
  box.select();
  // `navigator.clipboard` wants a document with the focus, which this never has.
  const done = document.execCommand('copy');
  box.value = '';
  reply?.postMessage(done);
});
navigator.serviceWorker.startMessages();
