import { type ComponentChild, render } from 'preact';
import { ask } from '../messages/send.ts';
import { setLanguage } from './i18n.ts';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { applyTheme } from './theme.ts';

/** Draws a page of ours, once language and theme are known. */
export async function start(page: () => ComponentChild): Promise<void> {
  const settings = await ask('settings').catch(() => null);
  applyTheme(settings?.theme ?? 'auto');
  await setLanguage(settings?.language ?? 'auto');
  const app = document.querySelector('#app');
  if (app) render(<ErrorBoundary>{page()}</ErrorBoundary>, app);
}
