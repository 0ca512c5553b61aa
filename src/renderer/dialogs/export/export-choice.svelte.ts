import {
  DEFAULT_CITATION_STYLE,
  DEFAULT_EXPORT_TEMPLATE,
  exportFormats,
  isCitationStyle,
} from '../../../shared/export-formats.ts';
import type { CitationStyle, ExportOptionName } from '../../../shared/export-formats.ts';
import type { ExportChoice, ExportFormat } from '../../../shared/model.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import type { SettingsState } from '../../state/settings.svelte.ts';

export type ExportFlag = Extract<ExportOptionName, 'notes' | 'summaries' | 'bom' | 'separate'>;

/** What was chosen last, for the next time that the dialog opens. */
let last: Pick<ExportChoice, 'format' | ExportFlag> = {
  format: 'markdown',
  notes: false,
  summaries: true,
  bom: true,
  separate: true,
};

/** What the export dialog is set to. Pattern and template are settings: they are kept when they have been typed. */
export class ExportChoiceState {
  format = $state<ExportFormat>(last.format);
  flags = $state<Record<ExportFlag, boolean>>({
    notes: last.notes,
    summaries: last.summaries,
    bom: last.bom,
    separate: last.separate,
  });
  citationKey = $state('');
  template = $state('');
  citationStyle = $state<CitationStyle>(DEFAULT_CITATION_STYLE);
  readonly #settings: SettingsState;

  constructor(settings: SettingsState) {
    this.#settings = settings;
    this.citationKey = settings.current.citationKey;
    const { exportTemplate, citationStyle } = settings.current;
    if (isCitationStyle(citationStyle)) this.citationStyle = citationStyle;
    this.template = exportTemplate === '' ? DEFAULT_EXPORT_TEMPLATE : exportTemplate;
  }

  get info(): (typeof exportFormats)[ExportFormat] {
    return exportFormats[this.format];
  }

  has(option: ExportOptionName): boolean {
    return this.info.options.includes(option);
  }

  get current(): ExportChoice {
    return {
      format: this.format,
      ...this.flags,
      language: locale(),
      template: this.template,
      citationStyle: this.citationStyle,
      citationKey: this.citationKey.trim() === '' ? null : this.citationKey,
    };
  }

  /** Keeps what was typed and chosen. */
  keep(): void {
    last = { format: this.format, ...this.flags };
    const { current } = this.#settings;
    const template = this.template === DEFAULT_EXPORT_TEMPLATE ? '' : this.template;
    const citationKey = this.citationKey.trim() === '' ? current.citationKey : this.citationKey;
    const { citationStyle } = this;
    const patch = { exportTemplate: template, citationKey, citationStyle };
    const names = Object.keys(patch) as (keyof typeof patch)[];
    if (names.some((name) => patch[name] !== current[name])) void this.#settings.set(patch);
  }
}
