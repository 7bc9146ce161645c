import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { focusFirst } from '../../ui/focus-first.ts';
import { t } from '../../ui/i18n.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Leave } from '../leave.ts';
import type { StepName } from '../step.ts';

interface Props {
  name: StepName;
  title: string;
  lead?: string;
  /** Nothing is left to cancel. */
  last?: boolean;
  children?: ComponentChildren;
}

/** One step on its card. Moves the focus to its first field, or else to its heading. */
export function StepFrame({ name, title, lead, last = false, children }: Props) {
  const main = useRef<HTMLElement>(null);
  const leave = useContext(Leave);
  useEffect(() => {
    focusFirst(main.current);
  }, []);
  useEffect(() => {
    document.title = `${title} · Tweestap`;
  }, [title]);
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
      {!last && (
        <button type="button" id="cancel" class="btn quiet wide no-print" onClick={leave}>
          {t('cancel')}
        </button>
      )}
    </main>
  );
}
