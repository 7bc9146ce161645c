/** A document as tests use it: the popup, or the page in the current tab. Waits, then acts with real input. */
import { asJson, fromJson, toExpression } from './source.mjs';
import { limit, until } from './wait.mjs';

/** @typedef {import('./types.mjs').Where} Where */

const first = (selector) => `document.querySelector(${JSON.stringify(selector)})`;

/** Where something that can be clicked stands: it is there, has a size, and is not disabled. Null otherwise. */
const place = (selector) => `(() => {
  const element = ${first(selector)};
  if (!element || element.disabled || getComputedStyle(element).visibility === 'hidden') return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? [x, y, width, height].join() : null;
})()`;

/**
 * @param {string} name for errors: "popup", "page"
 * @param {() => import('./types.mjs').RawSurface} raw asked each time, since a restart replaces it
 * @param {number} defaultTimeout
 */
export function surface(name, raw, defaultTimeout) {
  const describe = () => raw().describe();
  const timeoutOf = (options) => options?.timeout ?? defaultTimeout;

  /** @param {string} expression @param {Where} [where] */
  const json = async (expression, where) =>
    fromJson(
      await limit(`an answer of the ${name}`, raw().evaluate(asJson(expression), where), timeoutOf(where)),
    );

  /** @param {string} selector @param {string} expression of `element` @param {Where} [where] */
  const of = (selector, expression, where) =>
    json(`((element) => element && (${expression}))(${first(selector)})`, where);

  /** Usable, and at rest: a click on something that moves lands beside it. */
  const waitUsable = async (selector, options) => {
    let before = null;
    const resting = async () => {
      const now = await json(place(selector), options);
      const same = now !== null && now === before;
      before = now;
      return same;
    };
    await until(`${selector} to be usable in the ${name}`, resting, {
      timeout: timeoutOf(options),
      describe,
    });
  };

  const api = {
    /**
     * Evaluates an expression, or a function with `args`, in the document's own world; awaits it; JSON in and out.
     *
     * @param {string | ((...args: any[]) => unknown)} code
     * @param {Where & { args?: unknown[] }} [options]
     */
    eval: (code, options) => json(toExpression(code, options?.args), options),

    /** Waits for an element. @param {string} selector @param {Where} [options] */
    waitFor: async (selector, options) => {
      await until(`${selector} in the ${name}`, () => json(`${first(selector)} !== null`, options), {
        timeout: timeoutOf(options),
        describe,
      });
    },

    /** A real click at its centre, once it is there. @param {string} selector @param {import('./types.mjs').ClickOptions} [options] */
    click: async (selector, options) => {
      await waitUsable(selector, options);
      await limit(
        `the click on ${selector} in the ${name}`,
        raw().click(selector, options),
        timeoutOf(options),
        describe,
      );
    },

    /**
     * Clicks into the element and types with real keys; `replace` types over what is there.
     *
     * @param {string} selector
     * @param {string} text
     * @param {Where & { replace?: boolean }} [options]
     */
    type: async (selector, text, options) => {
      await api.click(selector, options);
      await until(
        `${selector} to have the focus in the ${name}`,
        () => of(selector, 'element.matches(":focus")', options),
        {
          timeout: timeoutOf(options),
          describe,
        },
      );
      if (options?.replace) {
        await raw().press('a', {
          ...options,
          modifiers: [process.platform === 'darwin' ? 'Meta' : 'Control'],
        });
        if (text === '') await raw().press('Delete', options);
      }
      await limit(
        `typing into ${selector} in the ${name}`,
        raw().keys(text, options),
        timeoutOf(options),
        describe,
      );
    },

    /** One key on what has the focus: "Enter", "Escape", "Tab". @param {string} key @param {Where & { modifiers?: string[] }} [options] */
    press: (key, options) => raw().press(key, options),

    /** Sets a `<select>` and fires its events: the native list of a select cannot be reached with real input. */
    select: async (selector, value, options) => {
      await waitUsable(selector, options);
      const done = await of(
        selector,
        `(element.value = ${JSON.stringify(value)}, element.dispatchEvent(new Event('input', { bubbles: true })),
          element.dispatchEvent(new Event('change', { bubbles: true })), element.value)`,
        options,
      );
      if (done !== value) throw new Error(`${selector} in the ${name} has no option ${value}.`);
    },

    /** Gives files to an `<input type=file>`. @param {string} selector @param {string | string[]} files @param {Where} [options] */
    upload: async (selector, files, options) => {
      await api.waitFor(selector, options);
      await raw().upload(selector, [files].flat(), options);
    },

    /** The text of an element, null without one. @param {string} selector @param {Where} [options] @returns {Promise<string | null>} */
    text: async (selector, options) => (await of(selector, 'element.textContent.trim()', options)) ?? null,

    /** @param {string} selector @param {string} attribute @param {Where} [options] @returns {Promise<string | null>} */
    attr: async (selector, attribute, options) =>
      (await of(selector, `element.getAttribute(${JSON.stringify(attribute)})`, options)) ?? null,

    /** The value of a field, the text of anything else, null without an element. @param {string} selector @param {Where} [options] @returns {Promise<string | null>} */
    read: async (selector, options) =>
      (await of(
        selector,
        "'value' in element && element.localName !== 'button' ? String(element.value) : element.textContent.trim()",
        options,
      )) ?? null,

    /** @param {string} selector @param {Where} [options] @returns {Promise<number>} */
    count: (selector, options) =>
      json(`document.querySelectorAll(${JSON.stringify(selector)}).length`, options),
  };
  return api;
}
