import type { Component } from 'svelte';
import type { IconName } from '../../components/icons.ts';
import type { MessageKey } from '../../i18n/i18n.svelte.ts';
import type { SettingsSection } from '../../state/dialogs.svelte.ts';
import AppearanceSection from './AppearanceSection.svelte';
import DataSection from './DataSection.svelte';
import ExportsSection from './ExportsSection.svelte';
import KeysSection from './KeysSection.svelte';
import MediaSection from './MediaSection.svelte';
import NotesSection from './NotesSection.svelte';
import ReadingSection from './ReadingSection.svelte';
import TextSection from './TextSection.svelte';

interface Section {
  readonly title: Extract<MessageKey, `settings.section.${string}`>;
  readonly icon: IconName;
  readonly component: Component;
}

/** The pages of the settings, in the order of the list at the side. A section is one id in `SettingsSection` and one entry. */
export const sections = {
  appearance: {
    title: 'settings.section.appearance',
    icon: 'appearance',
    component: AppearanceSection,
  },
  text: { title: 'settings.section.text', icon: 'textSize', component: TextSection },
  reading: { title: 'settings.section.reading', icon: 'check', component: ReadingSection },
  notes: { title: 'settings.section.notes', icon: 'note', component: NotesSection },
  media: { title: 'settings.section.media', icon: 'image', component: MediaSection },
  keys: { title: 'settings.section.keys', icon: 'shortcuts', component: KeysSection },
  exports: { title: 'settings.section.exports', icon: 'export', component: ExportsSection },
  data: { title: 'settings.section.data', icon: 'drive', component: DataSection },
} as const satisfies Record<SettingsSection, Section>;

export const sectionIds = Object.keys(sections) as readonly SettingsSection[];
