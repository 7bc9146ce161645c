import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { host } from './host.ts';

export function mount({ Page }: { Page: ComponentType }): void {
  createRoot(host()).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
