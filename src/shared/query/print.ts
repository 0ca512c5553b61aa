import { assertNever } from '../errors.ts';
import { plainName } from './names.ts';
import type { DatePoint, QueryNode, TextNode } from './syntax.ts';

/** Writes a query so that it is read as the same again; null is the empty one. */
export function printQuery(node: QueryNode | null): string {
  return node === null ? '' : print(node);
}

function print(node: QueryNode): string {
  switch (node.kind) {
    case 'text':
      return printText(node);
    case 'all':
      return node.parts
        .map((part) => (part.kind === 'any' ? `(${print(part)})` : print(part)))
        .join(' ');
    case 'any':
      return node.parts.map(print).join(' OR ');
    case 'not': {
      const { part } = node;
      const single = part.kind !== 'all' && part.kind !== 'any' && part.kind !== 'not';
      return single ? `-${print(part)}` : `-(${print(part)})`;
    }
    case 'date':
      return `date:${printRange(node.from, node.to, printPoint)}`;
    case 'votes':
      return `votes:${printRange(node.min, node.max, String)}`;
    case 'is':
    case 'has':
      return `${node.kind}:${node.value}`;
    case 'list':
    case 'in':
      return `${node.kind}:"${plainName(node.name)}"`;
    default:
      return assertNever(node);
  }
}

function printText({ field, text, quoted }: TextNode): string {
  const value = quoted ? `"${text}"` : text;
  return field === 'any' ? value : `${field}:${value}`;
}

function printPoint(point: DatePoint): string {
  if (point.kind === 'day') return point.prefix;
  return point.days === 0 ? 'today' : `${point.days}d`;
}

/** Both ends, or one where they are the same. Days ago always stand with their dots: alone they are an open range. */
function printRange<T>(from: T | null, to: T | null, write: (end: T) => string): string {
  const [first, second] = [from, to].map((end) => (end === null ? '' : write(end)));
  if (first === second && first !== undefined && !first.endsWith('d')) return first;
  return `${first}..${second}`;
}
