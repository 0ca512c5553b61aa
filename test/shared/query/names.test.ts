import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import { printQuery } from '../../../src/shared/query/print.ts';
import { READ_NEXT } from '../../../src/shared/model.ts';
import { named, withExactNames, withNames } from '../../../src/shared/query/names.ts';

const items = (...names: readonly string[]) => names.map((name) => ({ id: name, name }));
const thesis = items('Thesis', 'Thesis ideas (old)', '주간 논문');

describe('a name in a query', () => {
  it('means the one called so, else, when it is typed, those that have it in their name', () => {
    expect(named(thesis, 'THESIS', 'typed')).toEqual(items('Thesis'));
    expect(named(thesis, 'thes', 'typed')).toEqual(items('Thesis', 'Thesis ideas (old)'));
    expect(named(thesis, 'thes', 'stored')).toEqual([]);
    expect(named(thesis, 'thesis', 'stored')).toEqual(items('Thesis'));
  });

  it.each(['My "best" papers', 'my “best”  papers', '„My\tbest‟ papers＂', ' my best papers '])(
    'counts without the quotes in it: %s',
    (name) => {
      const lists = items(name, 'My papers');
      for (const kind of ['list', 'in'] as const) {
        const printed = printQuery({ kind, name });
        const { node } = parseQuery(`${printed} x`);
        const asked = node?.kind === 'all' ? node.parts[0] : null;
        expect(asked).toMatchObject({ kind });
        expect(printQuery(asked ?? null)).toBe(printed);
        expect(named(lists, asked?.kind === kind ? asked.name : '', 'stored')).toEqual(items(name));
      }
      expect(named(lists, 'best papers', 'typed')).toEqual(items(name));
      expect(withNames('list:x', () => [name])).toBe(printQuery({ kind: 'list', name }));
    },
  );

  it('of nothing but quotes is none', () => {
    expect(parseQuery('list:＂').node).toBeNull();
    expect(withNames('list:x', () => ['“”'])).toBe('list:x');
  });

  it.each([
    ['list:"Thesis"  model  OR x', 'list:"My PhD"  model  OR x'],
    ['-목록：thesis (a b)', '-목록："My PhD" (a b)'],
    ['x LIST:"thesis', 'x LIST:"My PhD"'],
    ['(list:thesis)', '(list:"My PhD")'],
    ['list:"Thesis ideas" list: "list:thesis" thesis', null],
    ['in:thesis', null],
  ])('gives way to another in %s, and the rest stays as it was typed', (query, expected) => {
    const renamed = withNames(query, (operator, name) =>
      operator === 'list' && name.toLowerCase() === 'thesis' ? ['My PhD'] : null,
    );
    expect(renamed).toBe(expected ?? query);
  });

  it('means the queue in either language, whatever language it is shown in', () => {
    const queue = { id: READ_NEXT, name: 'Read next' };
    const lists = [...thesis, queue];
    for (const name of ['read next', 'Read Next', '다음에 읽기', '다음에  읽기']) {
      expect(named(lists, name, 'stored')).toEqual([queue]);
    }
    expect(named(lists, '다음', 'typed')).toEqual([queue]);
    expect(withExactNames('목록:다음', { lists, folders: [] })).toBe('목록:"Read next"');
  });

  it('gives way to several in parentheses', () => {
    const several = withNames('-list:x y', () => ['a', 'b']);
    expect(several).toBe('-(list:"a" OR list:"b") y');
  });

  it('is written out when what was typed is to be stored', () => {
    const outline = { lists: thesis, folders: items('daily', '주간 논문') };
    expect(withExactNames('list:ideas x', outline)).toBe('list:"Thesis ideas (old)" x');
    expect(withExactNames('list:thes', outline)).toBe(
      '(list:"Thesis" OR list:"Thesis ideas (old)")',
    );
    expect(withExactNames('폴더:주간', outline)).toBe('폴더:"주간 논문"');
    expect(withExactNames('list:thesis in:none', outline)).toBe('list:thesis in:none');
  });
});
