import type { ComponentChild } from 'preact';
import { type TextKey, t } from '../i18n.ts';

const MARK = '\uE000';

/** A text with one placeholder in which that one stands out. */
export function Marked({ text, children }: { text: TextKey; children: ComponentChild }) {
  const [before, after] = t(text, MARK).split(MARK);
  return (
    <>
      {before}
      <b>
        <bdi>{children}</bdi>
      </b>
      {after}
    </>
  );
}
