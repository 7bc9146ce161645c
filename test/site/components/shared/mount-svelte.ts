import { type Component, mount as mountSvelte } from 'svelte';
import { host } from './host.ts';

export function mount({ default: page }: { default: Component }): void {
  mountSvelte(page, { target: host() });
}
