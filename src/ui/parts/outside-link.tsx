import type { ComponentChildren } from 'preact';
import { openOutside } from '../outside-page.ts';

interface Props {
  id: string;
  address: string;
  children: ComponentChildren;
}

/** A way to somebody else's page. A popup's own links open nothing in some browsers. */
export function OutsideLink({ id, address, children }: Props) {
  return (
    <a
      id={id}
      class="outside"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void openOutside(address);
      }}
    >
      {children}
    </a>
  );
}
