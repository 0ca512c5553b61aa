import fc from 'fast-check';

/** Pieces of queries, whole and broken. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '(',
      ')',
      '-',
      '--',
      '"',
      '“',
      '”',
      ' ',
      '  ',
      ' OR ',
      '|',
      '..',
      ':',
      '：',
      '>',
      '<=',
      'f(x)',
      'a(b',
      '-(',
    ],
    ...[
      'author:',
      'title:',
      'date:',
      'votes:',
      'votes>',
      'is:',
      'has:',
      'list:',
      'in:',
      'list:"a  b',
      'in:"',
      '저자:',
      'note:',
      '노트:',
      '상태:',
      'auther:',
    ],
    ...[
      '2024-02',
      '2024',
      '2024-02-05',
      'today',
      '7d',
      '20',
      '5..20',
      'unread',
      'starred',
      'note',
      '영상',
      '메모',
    ],
    ...['강화학습', 'ㄱㅎㅎㅅ', '모델을', 'LoRA', 'cafe\u0301', '\u200b', 'OR', '읽기 목록'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

/** Queries of every kind, most of them odd. */
export const querySource = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));
