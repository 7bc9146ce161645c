/** A host, complete; a line breaks after its dots. */
export function HostText({ host }: { host: string }) {
  const parts = host.split(/(?<=\.)/);
  return (
    <bdi>
      {parts.map((part, nth) => (
        <span key={nth}>
          {part}
          <wbr />
        </span>
      ))}
    </bdi>
  );
}
