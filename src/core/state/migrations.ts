/**
 * From earlier formats of the reader state to the present one, a step for each version. What comes out is validated by
 * whoever asked, so that a step only has to know what changed. test/fixtures/state holds data of every version.
 */
import { DEFAULT_SETTINGS, LIST_DEFAULTS } from '../../shared/model.ts';
import { READ_NEXT_LIST } from './reader-state.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Step {
  readonly snapshot: (data: Fields) => Fields;
  readonly change: (change: Fields) => Fields;
}

/** What format 2 added to every list. */
function listFrom1(list: unknown): unknown {
  return isFields(list) ? { ...LIST_DEFAULTS, ...list } : list;
}

/** steps[n]: from format n to n + 1. */
const steps: Readonly<Record<number, Step>> = {
  1: {
    snapshot: (data) => ({
      ...data,
      noteVersions: [],
      lists: Array.isArray(data['lists'])
        ? [...data['lists'].map(listFrom1), READ_NEXT_LIST]
        : data['lists'],
      settings: isFields(data['settings'])
        ? { ...DEFAULT_SETTINGS, ...data['settings'] }
        : data['settings'],
    }),
    change: (change) => {
      const { kind, list, name } = change;
      if (kind === 'list.put') return { ...change, list: listFrom1(list) };
      return kind === 'list.rename' ? { kind: 'list.update', list, patch: { name } } : change;
    },
  },
};

function migrate(version: number, value: unknown, part: keyof Step): unknown {
  let migrated = value;
  for (let from = version; isFields(migrated); from++) {
    const step = steps[from];
    if (step === undefined) break;
    migrated = step[part](migrated);
  }
  return migrated;
}

/** A snapshot's data as the present format has them; data of no known shape come back as they are. */
export function migrateSnapshot(version: number, data: unknown): unknown {
  return migrate(version, data, 'snapshot');
}

/** The same for a change in the journal. */
export function migrateChange(version: number, change: unknown): unknown {
  return migrate(version, change, 'change');
}
