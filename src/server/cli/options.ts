/** The commands with their options, and what each is once read. */
import type { ExportOptionName } from '../../shared/export-formats.ts';
import type { ExportFormat, ExportLanguage, SortKey } from '../../shared/model.ts';

export const COMMANDS = ['serve', 'search', 'export', 'import', 'stats', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** How found papers stand, and how many of them are wanted. */
export interface Order {
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly limit: number | null;
}

/** Which papers are exported; parts that are given must all hold. */
export interface Selection {
  readonly list: string | null;
  readonly search: string | null;
  readonly day: string | null;
  readonly starred: boolean;
}

export interface ServeArguments {
  readonly command: 'serve';
  readonly folder: string | null;
  /** 0: any free one. */
  readonly port: number;
  readonly open: boolean;
}

export interface SearchArguments {
  readonly command: 'search';
  readonly query: string;
  /** [] means those that the app has open. */
  readonly folders: readonly string[];
  readonly order: Order;
  readonly json: boolean;
}

export interface ExportArguments {
  readonly command: 'export';
  readonly folders: readonly string[];
  /** Null for a backup: everything of the reader's own. */
  readonly selection: Selection | null;
  readonly order: Order;
  readonly format: ExportFormat;
  /** Null: the standard output. */
  readonly out: string | null;
  readonly title: string | null;
  readonly notes: boolean;
  readonly summaries: boolean;
  readonly bom: boolean;
  readonly separate: boolean;
  readonly language: ExportLanguage | null;
  readonly style: string | null;
  readonly key: string | null;
  /** Path of a template. */
  readonly template: string | null;
}

export interface ImportArguments {
  readonly command: 'import';
  /** `-` is the standard input. */
  readonly file: string;
  readonly listName: string | null;
  readonly mode: 'merge' | 'replace';
  readonly dryRun: boolean;
  readonly json: boolean;
}

export interface StatsArguments {
  readonly command: 'stats';
  readonly folders: readonly string[];
  readonly json: boolean;
}

export type Arguments =
  | { readonly command: 'help'; readonly topic: CommandName | null }
  | { readonly command: 'version' }
  | ServeArguments
  | SearchArguments
  | ExportArguments
  | ImportArguments
  | StatsArguments;

export type OptionType = 'boolean' | 'string';
export const EVERYWHERE = { help: 'boolean', version: 'boolean' } as const;
const ORDER = { sort: 'string', reverse: 'boolean', limit: 'string' } as const;

/** The options of each command. */
export const OPTIONS = {
  serve: { port: 'string', 'no-open': 'boolean' },
  search: { ...ORDER, json: 'boolean' },
  export: {
    list: 'string',
    search: 'string',
    day: 'string',
    starred: 'boolean',
    all: 'boolean',
    format: 'string',
    out: 'string',
    title: 'string',
    notes: 'boolean',
    'no-summaries': 'boolean',
    bom: 'boolean',
    separate: 'boolean',
    language: 'string',
    style: 'string',
    key: 'string',
    template: 'string',
    ...ORDER,
  },
  import: {
    'as-list': 'string',
    merge: 'boolean',
    replace: 'boolean',
    'dry-run': 'boolean',
    json: 'boolean',
  },
  stats: { json: 'boolean' },
  help: {},
} as const satisfies Record<CommandName, Readonly<Record<string, OptionType>>>;

export const SHORT: Readonly<Record<string, string>> = { h: 'help', v: 'version', o: 'out' };
/** The options of single formats, and the choice that each makes. */
export const OF_FORMAT: Readonly<Record<string, ExportOptionName>> = {
  notes: 'notes',
  'no-summaries': 'summaries',
  bom: 'bom',
  separate: 'separate',
  style: 'citationStyle',
  key: 'citationKey',
  template: 'template',
};
/** As a reader expects them: newest and most first, names from A. */
export const SORTS: Readonly<
  Record<string, { readonly sort: SortKey; readonly descending: boolean }>
> = {
  relevance: { sort: 'auto', descending: true },
  date: { sort: 'date', descending: true },
  votes: { sort: 'votes', descending: true },
  added: { sort: 'added', descending: true },
  title: { sort: 'title', descending: false },
  authors: { sort: 'authors', descending: false },
};
