import type { Random } from '../bench/random.ts';

/** Pieces that mean something to some format. */
export const TOKENS = [
  '### [',
  '](https://arxiv.org/abs/2402.00001)',
  '\n## Daily Papers (2024-02-05)\n',
  '\nVote: 3\n',
  '\nAuthors: ',
  '**链接**：https://arxiv.org/abs/2402.00002\n',
  '\n- [T](https://arxiv.org/abs/2402.00003) — A B, C D. ',
  '\n| Title | Link |\n|---|---|\n| A | [pdf](https://arxiv.org/pdf/2402.00004) |\n',
  '[[2402.00005|x]]',
  '\n> [!note] ',
  '---\n',
  '```\n',
  '~~~',
  '<!--',
  '-->',
  '<entry>',
  '</entry>',
  '<item><title>',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#x41;',
  '<video src="',
  '\\\\\narXiv:2402.00006\nTitle: x\nAuthors: a\n\\\\\n',
  '{"title":"x","id":"2402.00007"},',
  '{"paper":{',
  '[',
  ']',
  '{',
  '}',
  '"',
  '\\',
  ':',
  ': ',
  '- ',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' '.repeat(40),
  '&a [*a, *a]',
  '? ',
  '!!binary |',
  '(',
  ')',
  '*',
  '**',
  '_',
  '$',
  '#',
  '|',
  '\0',
  '\uFEFF',
  '가',
  '\u{1F44D} 12',
  '1'.repeat(400),
] as const;

/** A file changed in a few places: bits, pieces cut, doubled, moved, or taken from another file. */
export function mutate(file: Buffer, other: Buffer, random: Random): Buffer {
  let bytes = file;
  for (let turn = random.between(1, 6); turn > 0; turn -= 1)
    bytes = mutateOnce(bytes, other, random);
  return bytes;
}

function mutateOnce(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = random.between(0, bytes.length);
  const end = Math.min(bytes.length, at + random.between(1, random.chance(0.2) ? 5_000 : 40));
  const piece = bytes.subarray(at, end);
  const insert = (...inner: Buffer[]): Buffer =>
    Buffer.concat([bytes.subarray(0, at), ...inner, bytes.subarray(at)]);
  switch (random.between(0, 9)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 1:
      return insert(...Array.from({ length: random.between(1, 50) }, () => piece));
    case 2: {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = random.between(0, 255);
      return changed;
    }
    case 3:
      return bytes.subarray(0, at);
    case 4: {
      const from = random.between(0, other.length);
      return insert(other.subarray(from, from + random.between(1, 3_000)));
    }
    case 5:
      return Buffer.from(bytes.toString('utf8'), random.chance(0.5) ? 'utf16le' : 'latin1');
    case 6:
      return insert(Buffer.from(random.pick(TOKENS).repeat(random.between(1, 300))));
    default:
      return insert(Buffer.from(random.pick(TOKENS)));
  }
}
