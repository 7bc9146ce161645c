import type { SettingsView } from '../messages/views.ts';

/** Sets the theme of this page; 'auto' leaves it to the system. */
export function applyTheme(theme: SettingsView['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
