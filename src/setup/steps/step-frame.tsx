import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusFirst } from '../../ui/focus-first.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import type { StepName } from '../step.ts';

interface Props {
  name: StepName;
  title: string;
  lead?: string;
  children?: ComponentChildren;
}

/** One step on its card. Moves the focus to its first field, or else to its heading. */
export function StepFrame({ name, title, lead, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    focusFirst(main.current);
  }, []);
  return (
    <main class="step" ref={main} data-step={name}>
      <Brand />
      <div>
        <h1 class="title" tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children}
    </main>
  );
}
