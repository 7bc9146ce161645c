import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusFirst } from '../../ui/focus-first.ts';
import { formatNumber, t } from '../../ui/i18n.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import type { Step } from '../step.ts';

interface Props {
  name: Step['at'];
  /** which of the three steps this is; without it no count is shown. */
  number?: number;
  children: ComponentChildren;
}

/** One step on its card. Moves the focus to its first field, or else to its heading. */
export function StepFrame({ name, number, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    focusFirst(main.current);
  }, []);
  return (
    <main class="step" ref={main} data-step={name}>
      <Brand {...(number === undefined ? {} : { aside: t('setupStep', formatNumber(number)) })} />
      {children}
    </main>
  );
}
