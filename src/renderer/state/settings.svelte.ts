import type { Client } from '../../shared/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model.ts';
import { localeOf, setLocale } from '../i18n/i18n.svelte.ts';
import type { Changes } from './changes.svelte.ts';

/** The reader's settings, applied to the page as soon as they change. */
export class SettingsState {
  current = $state.raw<Settings>(DEFAULT_SETTINGS);
  readonly #client: Client;
  readonly #changes: Changes;
  /** As they are on disk. */
  #kept: Settings = DEFAULT_SETTINGS;

  constructor(client: Client, changes: Changes) {
    this.#client = client;
    this.#changes = changes;
    this.#show(this.current);
    // The page goes by these where the reader has left it to the system.
    moreContrast().addEventListener('change', () => this.#show(this.current));
  }

  /** Whether the page is dark now. */
  get dark(): boolean {
    const { theme } = this.current;
    return theme === 'system' || theme === 'contrast'
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : theme === 'dark';
  }

  async load(): Promise<void> {
    this.#kept = await this.#client.call('state.settings', {});
    this.#show(this.#kept);
  }

  /** Shows the change at once; takes it back when it is refused. */
  async set(patch: Partial<Settings>): Promise<void> {
    const before = this.#kept;
    this.#kept = { ...before, ...patch };
    this.#show(this.#kept);
    if ((await this.#changes.apply({ kind: 'settings', patch }, 'silent')) === null) {
      this.#kept = before;
      this.#show(before);
    }
  }

  /** Shows a change without keeping it, as while a slider is moved. */
  preview(patch: Partial<Settings>): void {
    this.#show({ ...this.#kept, ...patch });
  }

  #show(settings: Settings): void {
    this.current = settings;
    const locale = localeOf(settings.language, navigator.languages);
    setLocale(locale);
    const { theme, textSize, textWidth, textFont } = settings;
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = theme === 'system' && moreContrast().matches ? 'contrast' : theme;
    root.dataset['textWidth'] = textWidth;
    root.dataset['textFont'] = textFont;
    root.style.setProperty('--text-size', `${textSize}px`);
  }
}

function moreContrast(): MediaQueryList {
  return matchMedia('(prefers-contrast: more)');
}
