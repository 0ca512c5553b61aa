/** What passes between the harness and the process that it kills. */
import type { Change } from '../../src/shared/model.ts';

export type ToVictim =
  | { readonly kind: 'edit'; readonly id: number; readonly change: Change }
  | { readonly kind: 'close' };

export type FromVictim =
  | { readonly kind: 'ready' }
  /** error: its code, or null when the edit was acknowledged. */
  | { readonly kind: 'answer'; readonly id: number; readonly error: string | null }
  | { readonly kind: 'closed' };
