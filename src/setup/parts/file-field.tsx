import { useState } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';

interface Props {
  label: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A file from the disk, chosen or dropped. */
export function FileField({ label, busy, onFile }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  /** Without it the browser would open the dropped file in the place of this page. */
  const keepPage = (event: Event, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <fieldset
      aria-label={label}
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => keepPage(event, true)}
      onDragLeave={(event) => keepPage(event, false)}
      onDrop={(event) => {
        keepPage(event, false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for="file">{label}</label>
      <input
        type="file"
        id="file"
        data-first
        disabled={busy}
        aria-describedby="file-hint message"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen once more is a change too.
          event.currentTarget.value = '';
        }}
      />
      <p class="meta" id="file-hint" role="status">
        {t(busy ? 'busy' : 'fileDrop')}
      </p>
    </fieldset>
  );
}
