/** Which papers a query means: each part a set of papers, joined as the query joins them. */
import { assertNever } from '../../shared/errors.ts';
import type { FolderId, IsoDate, ListId, PaperId, View } from '../../shared/model.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import { named, type Asking } from '../../shared/query/names.ts';
import { printQuery } from '../../shared/query/print.ts';
import type { QueryHint, QueryNode, TextNode } from '../../shared/query/syntax.ts';
import { both, countBits, either, without, type Bits } from '../bits.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { Hits, SearchIndex } from '../search/search-index.ts';
import type { Catalogue } from './catalogue.ts';
import { dateTest } from './dates.ts';
import { hasTest } from './has.ts';

/** A reading list; a smart one has a query, and no papers of its own. */
export interface QueryList {
  readonly id: ListId;
  readonly name: string;
  readonly papers: readonly PaperId[];
  readonly query: string | null;
}

export interface EvaluatorOptions {
  readonly catalogue: Catalogue;
  readonly index: SearchIndex;
  readonly lists: () => readonly QueryList[];
  readonly folders: () => readonly { readonly id: FolderId; readonly name: string }[];
  /** The reader's calendar day. */
  readonly today: () => IsoDate;
}

export interface Evaluated {
  readonly bits: Bits;
  /** Where words of the query occur in the papers that it means. */
  readonly hits: (node: TextNode) => Hits;
}

/** Sets that depend on the library alone and are remembered until it changes. */
const REMEMBERED = 64;

export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #remembered = new Map<string, Bits>();
  #version = -1;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  /** The papers of a view. */
  view(view: View): Bits {
    const { catalogue, lists } = this.#options;
    const { present, read, starred, noted } = catalogue;
    switch (view.kind) {
      case 'all':
        return present;
      case 'unread':
        return without(present, read);
      case 'starred':
        return starred;
      case 'noted':
        return noted;
      case 'list': {
        const list = lists().find(({ id }) => id === view.list);
        return list === undefined ? catalogue.setOf([]) : this.list(list);
      }
      case 'folder':
        return this.#folder(view.folder);
      case 'dates': {
        const { folder, dates } = view;
        return this.#remember(`dates ${folder} ${dates}`, (paper) =>
          paper.appearances.some(
            (one) =>
              one.folder === folder &&
              (dates === ''
                ? one.paper.date === null
                : (one.paper.date?.startsWith(dates) ?? false)),
          ),
        );
      }
      default:
        return assertNever(view);
    }
  }

  /** The papers of a list; of a smart one, those that its query means now. */
  list(list: QueryList, hint: (hint: QueryHint) => void = () => undefined): Bits {
    return new Evaluation(this, this.#options, hint).list(list);
  }

  /** The papers that a query means. What has no meaning here is left out of it, and told. */
  query(node: QueryNode | null, hint: (hint: QueryHint) => void = () => undefined): Evaluated {
    const evaluation = new Evaluation(this, this.#options, hint);
    const bits = evaluation.query(node);
    return { bits, hits: (text) => evaluation.hits(text) };
  }

  /** A set that depends on the library alone. */
  filter(node: Extract<QueryNode, { kind: 'date' | 'votes' | 'has' }>): Bits {
    const { catalogue } = this.#options;
    const key = printQuery(node);
    switch (node.kind) {
      case 'date': {
        const today = this.#options.today();
        const test = dateTest(node.from, node.to, today);
        return this.#remember(`${key} ${today}`, ({ appearances }) =>
          appearances.some(({ paper: { date } }) => date !== null && test(date)),
        );
      }
      case 'votes': {
        const { min, max } = node;
        return this.#remember(
          key,
          ({ votes }) =>
            votes !== null && (min === null || votes >= min) && (max === null || votes <= max),
        );
      }
      case 'has': {
        const { value } = node;
        if (value === 'note') return catalogue.noted;
        if (value !== 'list') return this.#remember(key, hasTest(value));
        const plain = this.#options.lists().filter(({ query }) => query === null);
        return catalogue.setOf(plain.flatMap(({ papers }) => papers));
      }
    }
  }

  /** The papers of the folders that a name means; null when there is no such folder. */
  inFolder(name: string, asking: Asking): Bits | null {
    const found = named(this.#options.folders(), name, asking);
    if (found.length === 0) return null;
    return found.map(({ id }) => this.#folder(id)).reduce(either);
  }

  #folder(folder: FolderId): Bits {
    return this.#remember(`folder ${folder}`, ({ appearances }) =>
      appearances.some((one) => one.folder === folder),
    );
  }

  #remember(key: string, test: (paper: LibraryPaper) => boolean): Bits {
    const { catalogue } = this.#options;
    if (this.#version !== catalogue.version) {
      this.#remembered.clear();
      this.#version = catalogue.version;
    }
    const bits = this.#remembered.get(key) ?? catalogue.where(test);
    this.#remembered.delete(key);
    this.#remembered.set(key, bits);
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= REMEMBERED) break;
      this.#remembered.delete(oldest);
    }
    return bits;
  }
}

/** Of so few papers the texts are looked through in no time. */
const FEW = 4_000;

/** What filters narrows down what words are looked for in; alternatives come last. */
function cheapestFirst(parts: readonly QueryNode[]): readonly QueryNode[] {
  const cost = ({ kind }: QueryNode): number =>
    kind === 'text' ? 1 : kind === 'any' || kind === 'all' || kind === 'not' ? 2 : 0;
  return [...parts].sort((a, b) => cost(a) - cost(b));
}

/** One evaluation: knows the smart lists that it is inside of. */
class Evaluation {
  readonly #evaluator: Evaluator;
  readonly #options: EvaluatorOptions;
  readonly #hint: (hint: QueryHint) => void;
  readonly #inside: QueryList[] = [];
  readonly #hits = new Map<TextNode, Hits>();

  constructor(evaluator: Evaluator, options: EvaluatorOptions, hint: (hint: QueryHint) => void) {
    this.#evaluator = evaluator;
    this.#options = options;
    this.#hint = hint;
  }

  list(list: QueryList): Bits {
    const { catalogue } = this.#options;
    if (list.query === null) return catalogue.setOf(list.papers);
    if (this.#inside.some(({ id }) => id === list.id)) {
      this.#hint({ kind: 'cycle', name: list.name });
      return catalogue.setOf([]);
    }
    this.#inside.push(list);
    const { node, hints } = parseQuery(list.query);
    for (const hint of hints) this.#hint(hint);
    const bits = this.query(node);
    this.#inside.pop();
    return bits;
  }

  query(node: QueryNode | null): Bits {
    const { present } = this.#options.catalogue;
    const bits = node === null ? null : this.#node(node, present);
    return bits === null ? present : both(bits, present);
  }

  hits(node: TextNode): Hits {
    return this.#hits.get(node) ?? this.#find(node, this.#options.catalogue.present);
  }

  /** Null for what means nothing here. `within`: the papers that matter. */
  #node(node: QueryNode, within: Bits): Bits | null {
    const { catalogue } = this.#options;
    const { present, read, starred } = catalogue;
    switch (node.kind) {
      case 'all': {
        let all: Bits | null = null;
        for (const part of cheapestFirst(node.parts)) {
          const bits = this.#node(part, all ?? within);
          if (bits !== null) all = all === null ? bits : both(all, bits);
        }
        return all;
      }
      case 'any': {
        const parts = node.parts
          .map((part) => this.#node(part, within))
          .filter((part) => part !== null);
        return parts.length === 0 ? null : parts.reduce(either);
      }
      case 'not': {
        const part = this.#node(node.part, within);
        return part === null ? null : without(present, part);
      }
      case 'text': {
        const hits = this.#find(node, within);
        this.#hits.set(node, hits);
        return hits.found;
      }
      case 'is':
        if (node.value === 'starred') return starred;
        return node.value === 'read' ? read : without(present, read);
      case 'date':
      case 'votes':
      case 'has':
        return this.#evaluator.filter(node);
      case 'list': {
        const lists = named(this.#options.lists(), node.name, this.#asking);
        if (lists.length > 0) return lists.map((list) => this.list(list)).reduce(either);
        return this.#unknown('noList', node.name);
      }
      case 'in': {
        const bits = this.#evaluator.inFolder(node.name, this.#asking);
        if (bits !== null) return bits;
        return this.#unknown('noFolder', node.name);
      }
      default:
        return assertNever(node);
    }
  }

  #find(node: TextNode, within: Bits): Hits {
    const { catalogue, index } = this.#options;
    if (node.field === 'note') {
      const none = new Uint32Array(within.length);
      const note = catalogue.notes.find(node, within);
      return { found: note, title: none, begins: none, authors: none, note };
    }
    const few = within !== catalogue.present && countBits(within) < FEW;
    const hits = index.find(node, within, few);
    if (node.field !== 'any' || catalogue.notes.size === 0) return hits;
    const note = without(catalogue.notes.find(node, within), hits.found);
    return { ...hits, found: either(hits.found, note), note };
  }

  get #asking(): Asking {
    return this.#inside.length === 0 ? 'typed' : 'stored';
  }

  /** What a name means that is none: nothing yet to one who types, but to a smart list, whose list was deleted, no paper. */
  #unknown(kind: 'noList' | 'noFolder', name: string): Bits | null {
    const within = this.#inside.at(-1)?.name ?? null;
    this.#hint({ kind, name, within });
    return within === null ? null : this.#options.catalogue.setOf([]);
  }
}
