/** Where the build puts the content scripts. File names and no code: nothing of them runs here. */
// biome-ignore lint/style/noRestrictedImports: the address of a script for pages, which the background hands to the browser
export { default as firstScript } from '../content/first.iife.ts?script&iife';
// biome-ignore lint/style/noRestrictedImports: the same
export { default as mainScript } from '../content/main.iife.ts?script&iife';
