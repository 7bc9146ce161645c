import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { components } from './list.mjs';

/** Without the ending of the source: the plugins would take an entry that ends so for a component of theirs. */
const ENTRY = 'virtual:page/';

/**
 * One entry for each component: puts it into the page. What is no component of React, Vue or Svelte does that itself.
 *
 * @returns {import('vite').Plugin}
 */
function pages() {
  return {
    name: 'pages',
    resolveId: (id) => (id.startsWith(ENTRY) ? `\0${id}` : null),
    load(id) {
      const component = components.find(({ name }) => id === `\0${ENTRY}${name}`);
      if (!component) return null;
      const source = JSON.stringify(`/src/${component.file}`);
      const kind = path.extname(component.file).slice(1);
      if (kind === 'ts') return `import ${source};`;
      return `import { mount } from '/shared/mount-${kind}';\nimport * as page from ${source};\nmount(page);`;
    },
  };
}

/** @param {string[]} names of components @returns {import('vite').InlineConfig} */
export function configFor(names) {
  return {
    configFile: false,
    root: import.meta.dirname,
    plugins: [pages(), vue(), svelte()],
    // The libraries' own warnings are not ours to heed.
    logLevel: 'error',
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      // The server reads in it which files a page needs.
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      rollupOptions: { input: Object.fromEntries(names.map((name) => [name, ENTRY + name])) },
    },
  };
}
