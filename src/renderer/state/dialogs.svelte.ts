import type { ExportChoice, PaperId, Query, ReadingList } from '../../shared/model.ts';

/** A page of the settings; `dialogs/settings/sections.ts` has its title and component. */
export type SettingsSection =
  'appearance' | 'text' | 'reading' | 'notes' | 'media' | 'keys' | 'exports' | 'data';

export type Dialog =
  | { readonly kind: 'shortcuts' | 'problems' | 'openPath' | 'palette' | 'markOlder' }
  /** Of these papers; without them, of the list as it is shown. */
  | { readonly kind: 'export'; readonly papers?: readonly PaperId[] }
  /** A folder that is to follow an export. */
  | {
      readonly kind: 'keepExport';
      readonly query: Query;
      readonly title: string;
      readonly choice: ExportChoice;
    }
  /** Of a file that was dropped; without it, one is to be chosen. */
  | { readonly kind: 'import'; readonly file?: File }
  /** A picture of the paper on screen, by its `src`. */
  | { readonly kind: 'lightbox'; readonly src: string }
  /** Without a section: the one that was shown last. */
  | { readonly kind: 'settings'; readonly section?: SettingsSection }
  | { readonly kind: 'editList'; readonly list: ReadingList }
  | { readonly kind: 'noteTemplates' }
  | { readonly kind: 'noteVersions'; readonly paper: PaperId }
  | { readonly kind: 'addToList'; readonly papers: readonly PaperId[] };

/** Which dialog is open; at most one. */
export class DialogsState {
  open = $state.raw<Dialog | null>(null);
  /** The page of the settings that is shown, or was last. */
  settingsSection = $state<SettingsSection>('appearance');

  show(dialog: Dialog): void {
    if (dialog.kind === 'settings' && dialog.section !== undefined) {
      this.settingsSection = dialog.section;
    }
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}
