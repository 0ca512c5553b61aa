/** What passes between the harness and the process that it kills. */
export type ToVictim =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly input: unknown;
    }
  | { readonly kind: 'close' };

export type FromVictim =
  | { readonly kind: 'ready' }
  /** error: its code, or null when the call was acknowledged. */
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly error: string | null;
      readonly value: unknown;
    }
  | { readonly kind: 'closed' };
