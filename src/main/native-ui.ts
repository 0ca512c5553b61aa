import { app, Menu, nativeTheme } from 'electron';
import type { Engine } from '../core/thread/client.ts';
import type { CommandId } from '../shared/commands.ts';
import type { AppEvent } from '../shared/contract.ts';
import { assertNever, attempt } from '../shared/errors.ts';
import { DEFAULT_SETTINGS, type Settings, type Theme } from '../shared/model.ts';
import { menuTemplate } from './menu.ts';
import { nativeLanguage, wordsIn, type NativeLanguage, type Words } from './words.ts';

/** Kinds of change that may change the settings. */
const SETTING_KINDS: readonly string[] = ['settings', 'batch', 'restore'];

/** Menu, language and theme of the desktop, as the settings and the recent folders say. */
export class NativeUi {
  readonly #engine: Pick<Engine, 'call'>;
  readonly #run: (command: CommandId, argument: string | null) => void;
  #settings: Settings = DEFAULT_SETTINGS;

  constructor(
    engine: Pick<Engine, 'call'>,
    run: (command: CommandId, argument: string | null) => void,
  ) {
    this.#engine = engine;
    this.#run = run;
  }

  words(): Words {
    return wordsIn(this.language());
  }

  /** Follows an event that may change what is shown. */
  follow(event: AppEvent): void {
    const settings =
      event.type === 'state' && event.kinds.some((kind) => SETTING_KINDS.includes(kind));
    if (settings || event.type === 'folders') void this.refresh();
  }

  /** Reads settings and recent folders, and shows them. */
  async refresh(): Promise<void> {
    const asked = await attempt(() =>
      Promise.all([
        this.#engine.call('state.settings', {}),
        this.#engine.call('folders.recent', {}),
      ]),
    );
    // Only a stopped engine does not answer, and its end is told by itself: the menu stays as it is.
    if (!asked.ok) return;
    const [settings, recent] = asked.value;
    this.#settings = settings;
    nativeTheme.themeSource = nativeThemeOf(settings.theme);
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          language: this.language(),
          platform: process.platform,
          recent,
          keys: settings.keys,
          devTools: !app.isPackaged,
          run: this.#run,
        }),
      ),
    );
  }

  language(): NativeLanguage {
    return nativeLanguage(this.#settings.language, app.getLocale());
  }
}

/** The theme of what the system draws (menus, scroll bars) beside a theme of ours. */
function nativeThemeOf(theme: Theme): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'system':
    case 'light':
    case 'dark':
      return theme;
    case 'sepia':
      return 'light';
    case 'contrast':
      return 'system';
    default:
      return assertNever(theme);
  }
}
