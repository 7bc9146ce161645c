/** What a design of the code step is told. */
export interface Context {
  /** The name of who signs in. */
  user: string;
  /** Why the last code was refused, or ''. */
  error: string;
  /** How long the user's codes are. */
  digits: number;
  url: string;
  crossUrl: string;
}

export interface Variant {
  id: string;
  title: string;
  html(context: Context): string;
}

export const variants: Variant[];
export function variantOf(id: string | null): Variant;
