import { createContext } from 'preact';

/** Gives up what is under way; every step but a last one offers it. */
export const Leave = createContext<() => void>(() => undefined);
