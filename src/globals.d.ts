/** The browser that this build is for; set by vite.config.ts. */
declare const __TARGET__: 'chrome' | 'firefox';

declare module '*.css';

declare module '*?url' {
  const url: string;
  export default url;
}
