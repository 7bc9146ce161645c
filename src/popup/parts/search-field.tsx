import { Icon } from '../../ui/parts/icon.tsx';

interface Props {
  value: string;
  label: string;
  onInput: (words: string) => void;
  onEnter: () => void;
}

export function SearchField({ value, label, onInput, onEnter }: Props) {
  return (
    <search class="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onEnter();
        }}
      >
        <label class="vh" for="search">
          {label}
        </label>
        <div class="line">
          <Icon name="search" />
          <input
            id="search"
            type="search"
            data-first
            placeholder={label}
            autoComplete="off"
            spellcheck={false}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The first Escape empties the field; the next one is the browser's and closes the popup.
              if (event.key !== 'Escape' || value === '') return;
              event.preventDefault();
              onInput('');
            }}
          />
        </div>
      </form>
    </search>
  );
}
