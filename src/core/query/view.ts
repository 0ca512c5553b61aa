import type { View } from '../../shared/model.ts';

/** Whether rows that no longer match may stay until the list is left: where the reader's own marks decide. */
export function keepsRows(view: View, unreadOnly: boolean): boolean {
  return unreadOnly || view.kind === 'unread' || view.kind === 'starred' || view.kind === 'noted';
}
