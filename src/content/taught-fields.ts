import type { TaughtField } from '../messages/protocol.ts';
import { askFromContent } from '../messages/send.ts';
import { type CodeBox, isTypable } from './code-box.ts';
import { type CodeField, findFields, findFieldsInSlices } from './find-fields.ts';
import { elementAt } from './selector.ts';
import { isTypedInto } from './visible.ts';

/** What counts as a code field here: what the rules find, and over it what the user said. */
export interface Fields {
  now(): CodeField[];
  /** For a look that nobody waits for. */
  soon(roots?: readonly ShadowRoot[]): Promise<CodeField[]>;
  /** Asks again what the user said; true where that is something. */
  refresh(): Promise<boolean>;
}

function inputsOf({ boxes }: TaughtField): CodeBox[] {
  return boxes.flatMap((path) => {
    const element = elementAt(path);
    return element !== null && isTypable(element) ? [element] : [];
  });
}

function corrected(found: CodeField[], lessons: readonly TaughtField[]): CodeField[] {
  const all = lessons.map((lesson) => ({ lesson, inputs: inputsOf(lesson) }));
  const named = new Set(all.flatMap(({ inputs }) => inputs));
  const others = found.filter(({ boxes }) => !boxes.some((box) => named.has(box)));
  const told = all.flatMap(({ lesson, inputs }): CodeField[] => {
    const [first, ...rest] = inputs;
    const whole = inputs.length === lesson.boxes.length && inputs.every(isTypedInto);
    return lesson.is === 'code' && first && whole
      ? [{ kind: 'totp', boxes: [first, ...rest], rule: 'taught' }]
      : [];
  });
  return [...told, ...others];
}

export function taughtFields(): Fields {
  let lessons: readonly TaughtField[] = [];
  return {
    now: () => corrected(findFields(), lessons),
    soon: async (roots) => corrected(await findFieldsInSlices(roots), lessons),
    async refresh() {
      const before = lessons;
      // No answer is none that would change anything.
      lessons = await askFromContent('taught').catch(() => before);
      return before.length + lessons.length > 0;
    },
  };
}
