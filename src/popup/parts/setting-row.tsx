import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/parts/icon.tsx';

interface Props {
  id: string;
  title: string;
  lead?: string;
  /** How it stands now. */
  value?: string;
  onClick: () => void;
}

/** A setting with a screen of its own. */
export function SettingRow({ id, title, lead, value, onClick }: Props) {
  return (
    <button type="button" class="choice setting" id={id} onClick={onClick}>
      <span class="tx">
        {title}
        {lead && <span class="meta">{lead}</span>}
      </span>
      {value && <span class="v">{value}</span>}
      <Icon name="right" size={16} />
    </button>
  );
}

interface SwitchProps {
  id: string;
  label: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
  /** What a change asks first. */
  children?: ComponentChildren;
}

/** A setting that is on or off. */
export function SwitchRow({ id, label, hint, on, onChange, children }: SwitchProps) {
  return (
    <div class="switch-row">
      <div class="opt">
        <label for={id}>
          {label}
          <span class="meta" id={`${id}-hint`}>
            {hint}
          </span>
        </label>
        <button
          type="button"
          id={id}
          role="switch"
          class="switch"
          aria-checked={on}
          aria-describedby={`${id}-hint`}
          onClick={() => onChange(!on)}
        />
      </div>
      {children}
    </div>
  );
}
