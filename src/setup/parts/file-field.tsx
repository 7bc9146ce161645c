interface Props {
  label: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A file from the disk, chosen or dropped on the field. */
export function FileField({ label, busy, onFile }: Props) {
  return (
    <div class="field">
      <label for="file">{label}</label>
      <input
        type="file"
        id="file"
        data-first
        disabled={busy}
        aria-describedby="message"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
