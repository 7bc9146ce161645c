import { Icon, type IconName } from './icon.tsx';

interface Props {
  id?: string;
  icon: IconName;
  title: string;
  lead: string;
  onClick: () => void;
}

/** One of several ways on, in a card. */
export function ChoiceRow({ id, icon, title, lead, onClick }: Props) {
  return (
    <button type="button" class="choice" id={id} onClick={onClick}>
      <Icon name={icon} size={24} />
      <span class="tx">
        <b>{title}</b>
        <span class="meta">{lead}</span>
      </span>
      <Icon name="right" size={16} />
    </button>
  );
}
