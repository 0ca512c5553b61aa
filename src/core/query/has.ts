import { assertNever } from '../../shared/errors.ts';
import type { HasValue } from '../../shared/query/syntax.ts';
import type { LibraryPaper } from '../library/library.ts';

/** Whether a paper has what its digests can give; notes and lists are the reader's own. */
export function hasTest(
  value: Exclude<HasValue, 'note' | 'list'>,
): (paper: LibraryPaper) => boolean {
  switch (value) {
    case 'image':
    case 'video':
      return ({ media }) => media.some(({ kind }) => kind === value);
    case 'media':
      return ({ media }) => media.length > 0;
    case 'code':
    case 'project':
    case 'pdf':
    case 'abstract':
      return ({ links }) => links[value] !== null;
    case 'summary':
      return ({ appearances }) => appearances.some(({ paper: { body } }) => body.end > body.start);
    case 'votes':
      return ({ votes }) => votes !== null;
    case 'authors':
      return ({ authors }) => authors.length > 0;
    case 'date':
      return ({ date }) => date !== null;
    default:
      return assertNever(value);
  }
}
