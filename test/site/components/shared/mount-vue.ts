import { type Component, createApp, type Plugin } from 'vue';
import { host } from './host.ts';

interface VuePage {
  default: Component;
  /** Library plugins with their options, as `app.use` takes them. */
  plugins?: [Plugin, ...unknown[]][];
}

export function mount({ default: page, plugins = [] }: VuePage): void {
  const app = createApp(page);
  for (const [plugin, ...options] of plugins) app.use(plugin, ...options);
  app.mount(host());
}
