import type { ComponentChildren } from 'preact';
import { type Code, sentence } from '../sentences.ts';
import { Icon } from './icon.tsx';

/** What just did not work. The element stays, so that a screen reader notices when a sentence comes. */
export function Message({ code, children }: { code: Code | null; children?: ComponentChildren }) {
  return (
    <div id="message" role="alert" class={code ? 'note danger' : 'no-message'}>
      {code && (
        <>
          <Icon name="warn" />
          <div>
            {sentence(code)}
            {children}
          </div>
        </>
      )}
    </div>
  );
}
