import type { Client } from '../../shared/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model.ts';
import { localeOf, setLocale } from '../i18n/i18n.svelte.ts';
import type { Changes } from './changes.svelte.ts';

/** The reader's settings, applied to the page as soon as they change. */
export class SettingsState {
  current = $state.raw<Settings>(DEFAULT_SETTINGS);
  readonly #client: Client;
  readonly #changes: Changes;

  constructor(client: Client, changes: Changes) {
    this.#client = client;
    this.#changes = changes;
    this.#show(this.current);
  }

  /** Whether the page is dark now. */
  get dark(): boolean {
    const { theme } = this.current;
    return theme === 'system'
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : theme === 'dark';
  }

  async load(): Promise<void> {
    this.#show(await this.#client.call('state.settings', {}));
  }

  /** Shows the change at once; takes it back when it is refused. */
  async set(patch: Partial<Settings>): Promise<void> {
    const before = this.current;
    this.#show({ ...before, ...patch });
    if ((await this.#changes.apply({ kind: 'settings', patch }, 'silent')) === null) {
      this.#show(before);
    }
  }

  #show(settings: Settings): void {
    this.current = settings;
    const locale = localeOf(settings.language, navigator.languages);
    setLocale(locale);
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = settings.theme;
  }
}
