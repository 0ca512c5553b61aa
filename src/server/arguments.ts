/** The command line as typed, read into what is to be done. */
import { parseArgs } from 'node:util';
import { citationStyles, exportFormatNames, exportFormats } from '../shared/export-formats.ts';
import type { ExportFormat } from '../shared/model.ts';
import { dateNode } from '../shared/query/values.ts';
import { CommandError, EXIT } from './cli/exit-code.ts';
import { nearest } from './cli/nearest.ts';
import {
  COMMANDS,
  EVERYWHERE,
  OF_FORMAT,
  OPTIONS,
  SHORT,
  SORTS,
  type Arguments,
  type CommandName,
  type ExportArguments,
  type ImportArguments,
  type OptionType,
  type Order,
  type SearchArguments,
  type Selection,
  type ServeArguments,
} from './cli/options.ts';
import { cliWords, type CliWords } from './cli/words.ts';

/** Reads a command line (without node and script). Errors: CommandError with the code of wrong usage. */
export function readArguments(
  argv: readonly string[],
  words: CliWords = cliWords('en'),
): Arguments {
  return new Reading(argv, words).read();
}

class Reading {
  readonly #words: CliWords;
  readonly #argv: readonly string[];
  readonly #given = new Map<string, string | true>();
  #positionals: string[] = [];
  #command: CommandName | null = null;

  constructor(argv: readonly string[], words: CliWords) {
    this.#argv = argv;
    this.#words = words;
  }

  read(): Arguments {
    // The command is the first word, wherever options of all commands stand.
    const at = this.#argv.findIndex((argument) => !argument.startsWith('-'));
    const typed = this.#argv[at];
    const command = COMMANDS.find((name) => name === typed) ?? null;
    if (typed !== undefined && command === null) {
      throw this.#usage(this.#words.unknownCommand(typed, nearest(typed, COMMANDS)));
    }
    this.#command = command;
    this.#readTokens(at < 0 ? this.#argv : this.#argv.toSpliced(at, 1));
    if (this.#given.has('version')) return { command: 'version' };
    if (command === null || this.#given.has('help')) return { command: 'help', topic: command };
    switch (command) {
      case 'help':
        return this.#help();
      case 'serve':
        return this.#serve();
      case 'search':
        return this.#search();
      case 'export':
        return this.#export();
      case 'import':
        return this.#import();
      case 'stats':
        return { command, folders: this.#positionals, json: this.#given.has('json') };
    }
  }

  #readTokens(argv: readonly string[]): void {
    const own: Readonly<Record<string, OptionType>> =
      this.#command === null ? {} : OPTIONS[this.#command];
    const known: Readonly<Record<string, OptionType>> = { ...own, ...EVERYWHERE };
    const options = Object.fromEntries(
      Object.entries(known).map(([name, type]) => {
        const short = Object.keys(SHORT).find((letter) => SHORT[letter] === name);
        return [name, short === undefined ? { type } : { type, short }];
      }),
    );
    const { tokens } = parseArgs({
      args: [...argv],
      options,
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
    for (const token of tokens) {
      if (token.kind === 'positional') this.#positionals.push(token.value);
      if (token.kind !== 'option') continue;
      const { name, rawName, value, inlineValue } = token;
      const type = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type === undefined) throw this.#unknown(rawName, Object.keys(known));
      if (type === 'boolean') {
        if (value !== undefined) throw this.#usage(this.#words.takesNoValue(rawName));
        this.#given.set(name, true);
      } else {
        // `--list --notes`: the value was forgotten, and the next option is not one.
        const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
        if (isMissing) throw this.#usage(this.#words.needsValue(rawName));
        this.#given.set(name, value);
      }
    }
  }

  #help(): Arguments {
    const [typed, ...rest] = this.#positionals;
    this.#noMore(rest);
    const topic = COMMANDS.find((name) => name === typed) ?? null;
    if (typed !== undefined && topic === null) {
      throw this.#usage(this.#words.unknownCommand(typed, nearest(typed, COMMANDS)));
    }
    return { command: 'help', topic };
  }

  #serve(): ServeArguments {
    const [folder = null, ...rest] = this.#positionals;
    this.#noMore(rest);
    const text = this.#string('port');
    const port = Number(text ?? 0);
    if (text !== null && !(/^\d{1,5}$/.test(text) && port <= 65_535)) {
      throw this.#usage(this.#words.badValue('--port', text, this.#words.aPort, null));
    }
    return { command: 'serve', folder, port, open: !this.#given.has('no-open') };
  }

  #search(): SearchArguments {
    const [query = '', ...folders] = this.#positionals;
    if (query.trim() === '') throw this.#usage(this.#words.needs(this.#words.aQuery));
    return {
      command: 'search',
      query,
      folders,
      order: this.#order(),
      json: this.#given.has('json'),
    };
  }

  #export(): ExportArguments {
    const format = this.#oneOf('format', exportFormatNames) ?? 'markdown';
    for (const [option, choice] of Object.entries(OF_FORMAT)) {
      if (this.#given.has(option) && !exportFormats[format].options.includes(choice)) {
        throw this.#usage(this.#words.notOfFormat(`--${option}`, format));
      }
    }
    const out = this.#string('out');
    const separate = this.#given.has('separate');
    if (separate && (out === null || out === '-'))
      throw this.#usage(this.#words.needs(this.#words.out));
    return {
      command: 'export',
      folders: this.#positionals,
      selection: this.#selection(format),
      order: this.#order(),
      format,
      out: out === '-' ? null : out,
      title: this.#string('title'),
      notes: this.#given.has('notes'),
      summaries: !this.#given.has('no-summaries'),
      bom: this.#given.has('bom'),
      separate,
      language: this.#oneOf('language', ['ko', 'en'] as const),
      style: this.#oneOf('style', Object.keys(citationStyles)),
      key: this.#string('key'),
      template: this.#string('template'),
    };
  }

  #selection(format: ExportFormat): Selection | null {
    const [list, search, day] = [this.#string('list'), this.#string('search'), this.#string('day')];
    const views = ['list', 'starred', 'all'].filter((name) => this.#given.has(name));
    const given = [...views, ...['search', 'day'].filter((name) => this.#given.has(name))];
    const [first, second] = views;
    if (first !== undefined && second !== undefined) {
      throw this.#usage(this.#words.together(`--${first}`, `--${second}`));
    }
    if (format === 'backup') {
      if (given[0] !== undefined) {
        throw this.#usage(this.#words.together(`--${given[0]}`, '--format backup'));
      }
      return null;
    }
    if (given.length === 0) throw this.#usage(this.#words.needs(this.#words.selection));
    if (day !== null && dateNode(day) === null) {
      throw this.#usage(this.#words.badValue('--day', day, this.#words.aDay, null));
    }
    return { list, search, day, starred: this.#given.has('starred') };
  }

  #import(): ImportArguments {
    const [file, ...rest] = this.#positionals;
    if (file === undefined) throw this.#usage(this.#words.needs(this.#words.aFile));
    this.#noMore(rest);
    if (this.#given.has('merge') && this.#given.has('replace')) {
      throw this.#usage(this.#words.together('--merge', '--replace'));
    }
    return {
      command: 'import',
      file,
      listName: this.#string('as-list'),
      mode: this.#given.has('replace') ? 'replace' : 'merge',
      dryRun: this.#given.has('dry-run'),
      json: this.#given.has('json'),
    };
  }

  #order(): Order {
    const { sort, descending } = SORTS[
      this.#oneOf('sort', Object.keys(SORTS)) ?? 'relevance'
    ] as (typeof SORTS)[string];
    const text = this.#string('limit');
    if (text !== null && !/^[1-9]\d{0,8}$/.test(text)) {
      throw this.#usage(this.#words.badValue('--limit', text, this.#words.aNumber, null));
    }
    return {
      sort,
      descending: this.#given.has('reverse') ? !descending : descending,
      limit: text === null ? null : Number(text),
    };
  }

  #string(option: string): string | null {
    const value = this.#given.get(option);
    return typeof value === 'string' ? value : null;
  }

  #oneOf<T extends string>(option: string, values: readonly T[]): T | null {
    const typed = this.#string(option);
    if (typed === null) return null;
    const value = values.find((each) => each === typed.toLowerCase());
    if (value !== undefined) return value;
    const meant = nearest(typed, values);
    throw this.#usage(this.#words.badValue(`--${option}`, typed, values.join(', '), meant));
  }

  #noMore([first]: readonly string[]): void {
    if (first !== undefined) throw this.#usage(this.#words.tooMany(first));
  }

  #unknown(typed: string, known: readonly string[]): CommandError {
    const meant = nearest(typed.replace(/^-+/, ''), known);
    const command = this.#command ?? '';
    return this.#usage(
      this.#words.unknownOption(typed, command, meant === null ? null : `--${meant}`),
    );
  }

  #usage(message: string): CommandError {
    return new CommandError(EXIT.usage, `${message} ${this.#words.seeHelp(this.#command)}`);
  }
}
