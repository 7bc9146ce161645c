/** The current tab. */
import { writeFileSync } from 'node:fs';
import { DESCRIBE_PAGE } from '../describe.mjs';
import { until } from '../wait.mjs';
import { keyDown, keyUp, pressed, typed } from './keys.mjs';
import { clickedAt, mouse, moved, pressedButton } from './mouse.mjs';
import { ELEMENT } from './session.mjs';

/**
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 */
export async function firefoxPage(session) {
  const handles = () => session.command('WebDriver:GetWindowHandles');
  const switchTo = (handle) => session.command('WebDriver:SwitchToWindow', { handle, focus: true });
  const stack = [(await session.command('WebDriver:GetWindowHandle')).value];

  const evaluate = (expression, where) =>
    session.inFrame(where?.frame, ({ script }) => script(`return await (${expression})`, [], null));
  const url = async () => (await session.command('WebDriver:GetCurrentURL')).value;

  /** Where no frame was named: Firefox sends it on into the frame below. */
  const perform = (actions) =>
    session.inFrame(undefined, ({ send }) => send('WebDriver:PerformActions', actions));

  return {
    evaluate,
    url,
    describe: async () => `page ${await evaluate(DESCRIBE_PAGE)}`,

    click: (selector, options) =>
      session.inFrame(
        options?.frame,
        async ({ send, script, find }) => {
          const id = await find(selector);
          if (options?.button !== 'right') return send('WebDriver:ElementClick', { id });
          await script(
            "args[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })",
            [{ [ELEMENT]: id }],
            null,
          );
          return send('WebDriver:PerformActions', clickedAt(id, 2));
        },
        { show: true },
      ),

    keys: (text, where) =>
      session.inFrame(where?.frame, ({ send }) => send('WebDriver:PerformActions', typed(text))),
    press: (key, options) =>
      session.inFrame(options?.frame, ({ send }) =>
        send('WebDriver:PerformActions', pressed(key, options?.modifiers)),
      ),
    upload: (selector, files, where) =>
      session.inFrame(where?.frame, async ({ send, find }) =>
        send('WebDriver:ElementSendKeys', { id: await find(selector), text: files.join('\n') }),
      ),

    pointer: {
      move: (x, y) => perform(moved({ x, y })),
      press: () => perform(pressedButton()),
      down: () => perform(mouse([{ type: 'pointerDown', button: 0 }])),
      up: () => perform(mouse([{ type: 'pointerUp', button: 0 }])),
    },
    keyDown: (key) => perform(keyDown(key)),
    keyUp: (key) => perform(keyUp(key)),

    goto: async (address) => {
      await session.command('WebDriver:Navigate', { url: address });
    },

    newTab: async () => {
      const { handle } = await session.command('WebDriver:NewWindow', { type: 'tab', focus: true });
      stack.push(handle);
      await switchTo(handle);
    },

    /** Makes a tab that somebody else opened the current one. */
    follow: async (urlStart, limit) => {
      const before = stack.at(-1);
      const found = await until(
        `a tab at ${urlStart}`,
        async () => {
          for (const handle of (await handles()).filter((candidate) => !stack.includes(candidate))) {
            await switchTo(handle);
            if ((await url()).startsWith(urlStart)) return handle;
          }
          return null;
        },
        { timeout: limit },
      ).catch(async (error) => {
        await switchTo(before);
        throw error;
      });
      stack.push(found);
    },

    closeTab: async () => {
      if (stack.length < 2) throw new Error('The last tab stays open.');
      stack.pop();
      await session.command('WebDriver:CloseWindow');
      await switchTo(stack.at(-1));
    },

    screenshot: async (file) => {
      const { value } = await session.command('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(file, Buffer.from(value, 'base64'));
    },
  };
}
