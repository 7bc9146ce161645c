/** The element of the page that a component is put into. */
export function host(): HTMLElement {
  const element = document.getElementById('app');
  if (!element) throw new Error('The page has no #app.');
  return element;
}
