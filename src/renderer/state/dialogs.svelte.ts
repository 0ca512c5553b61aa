import type { PaperId } from '../../shared/model.ts';

export type Dialog =
  | { readonly kind: 'settings' | 'shortcuts' | 'problems' | 'export' | 'openPath' }
  | { readonly kind: 'addToList'; readonly papers: readonly PaperId[] };

/** Which dialog is open; at most one. */
export class DialogsState {
  open = $state.raw<Dialog | null>(null);

  show(dialog: Dialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}
