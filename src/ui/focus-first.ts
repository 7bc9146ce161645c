/** Moves the focus to where a screen begins: its first field or main button, else its heading. */
export function focusFirst(screen: HTMLElement | null): void {
  const target =
    screen?.querySelector<HTMLElement>('[data-first]:not(:disabled)') ?? screen?.querySelector('h1');
  target?.focus({ preventScroll: true });
}
