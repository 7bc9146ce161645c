/** What only the step that follows needs to know. The rest is the background's, so that a reload loses nothing. */
export type Step =
  | { at: 'pin' }
  | { at: 'repeat'; pin: string }
  | { at: 'code'; recoveryCode: string; askGroups: number[] }
  | { at: 'confirm'; recoveryCode: string; askGroups: number[] }
  | { at: 'done' }
  | { at: 'damaged'; code: 'vault-corrupt' | 'vault-too-new' | 'vault-missing' };
