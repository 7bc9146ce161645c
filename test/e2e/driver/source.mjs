/** Turns what a test gives to `eval` into one JavaScript expression. */

/**
 * @param {string | ((...args: any[]) => unknown)} code an expression, or a function that closes over nothing
 * @param {unknown[]} [args] JSON values
 */
export function toExpression(code, args = []) {
  if (typeof code === 'string') return code;
  return `(${code})(...${JSON.stringify(args)})`;
}

/**
 * The expression, awaited, with its result as JSON text: what crosses from a page must not be an object of that page.
 *
 * @param {string} expression
 */
export const asJson = (expression) => `(async () => JSON.stringify(await (${expression})))()`;

/** @param {string | undefined | null} text */
export const fromJson = (text) => (text === undefined || text === null ? undefined : JSON.parse(text));
