/**
 * Types only. A `Backend` is what each browser supplies; `index.mjs` builds the same driver from either.
 *
 * @typedef {object} Settings
 * @property {'chrome' | 'firefox'} browser
 * @property {string} build folder of the built extension
 * @property {string} profile
 * @property {string} executable
 * @property {boolean} headless
 * @property {string} language
 * @property {'light' | 'dark'} theme
 * @property {string[]} hosts names that lead to 127.0.0.1
 * @property {string[]} args
 * @property {Record<string, string | number | boolean>} prefs
 * @property {number} timeout
 * @property {Manifest} manifest
 *
 * @typedef {object} Manifest what the driver reads of manifest.json
 * @property {{ default_popup: string }} action
 * @property {Record<string, { suggested_key?: { default?: string } }>} [commands]
 * @property {{ gecko: { id: string } }} [browser_specific_settings]
 *
 * @typedef {{ frame?: string | string[], timeout?: number }} Where `frame`: selector of an iframe; several for nested ones
 * @typedef {Where & { button?: 'left' | 'right' }} ClickOptions
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 *
 * @typedef {object} RawSurface the least that a document must offer; `surface.mjs` adds waiting and reading
 * @property {() => Promise<string>} describe
 * @property {(expression: string, where?: Where) => Promise<any>} evaluate
 * @property {(selector: string, options?: ClickOptions) => Promise<void>} click
 * @property {(text: string, where?: Where) => Promise<void>} keys types into what has the focus
 * @property {(key: string, where?: Where & { modifiers?: string[] }) => Promise<void>} press
 * @property {(selector: string, files: string[], where?: Where) => Promise<void>} upload
 *
 * @typedef {object} Pointer the bare mouse: no element is looked for and nothing is waited for
 * @property {(x: number, y: number) => Promise<unknown>} move in the top-level viewport
 * @property {() => Promise<unknown>} press down and up at once, where it is
 * @property {() => Promise<unknown>} down
 * @property {() => Promise<unknown>} up
 *
 * @typedef {object} FoundOffer
 * @property {'locked' | 'popup' | 'fill'} kind
 * @property {Box} box of the accept button, in the top-level viewport
 * @property {string} frameUrl address of the document that holds it
 * @property {(act?: 'accept' | 'hide') => Promise<Box | null>} locate scrolls the button into view and measures it again
 * @property {(point: { x: number, y: number }) => Promise<void>} moveTo
 * @property {() => Promise<void>} press where the mouse rests
 *
 * @typedef {object} Authenticator for all tabs and the popup
 * @property {(options: { userVerified: boolean, prf: boolean }, credentials: unknown[]) => Promise<void>} add
 * @property {() => Promise<void>} remove
 * @property {(refuse: boolean) => Promise<void>} refuse
 * @property {() => Promise<unknown[]>} credentials what `add` of a later browser takes
 *
 * @typedef {object} Backend
 * @property {string} extensionId
 * @property {string} base address of the extension's own pages, with the slash
 * @property {string} version
 * @property {RawSurface & {
 *   isOpen(): Promise<boolean>, open(): Promise<void>, close(): Promise<void>, screenshot(file: string): Promise<void>,
 * }} popup
 * @property {RawSurface & {
 *   goto(url: string): Promise<void>, url(): Promise<string>, screenshot(file: string): Promise<void>,
 *   newTab(): Promise<void>, follow(urlStart: string, timeout: number): Promise<void>, closeTab(): Promise<void>,
 *   pointer: Pointer, keyDown(key: string): Promise<void>, keyUp(key: string): Promise<void>,
 *   devtools?(method: string, parameters?: object): Promise<any>,
 * }} page the current tab; `closeTab` goes back to the one before
 * @property {{ evaluate(expression: string): Promise<any>, kill(): Promise<void>, isRunning(): Promise<boolean> }} worker
 * @property {(expression: string, where?: Where) => Promise<any>} contentEvaluate
 * @property {() => Promise<FoundOffer | null>} findOffer
 * @property {() => Promise<string>} [pageHeap] Chrome only
 * @property {(name: string) => Promise<{ by: 'keys' | 'keyset' | 'listener' | 'button', keys: string }>} command
 * @property {(selector: string, itemId: string, where?: Where) => Promise<void>} contextMenu
 * @property {Authenticator} authenticator
 * @property {() => Promise<void>} reinstall
 * @property {() => Promise<void>} withholdSites
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill
 */
export {};
