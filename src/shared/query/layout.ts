/** Words typed with the keyboard in the other layout: `ahepf` is 모델, `ㅡㅐㅇ디` is model. */
import { convertHangulToQwerty } from 'es-hangul';
import type { QueryNode } from './syntax.ts';
import { typedHangul } from './typed-hangul.ts';

/** What a word would be in the other layout, or null when it is not of one layout alone or would be no word. */
export function otherLayout(text: string): string | null {
  if (/^[A-Za-z]+$/.test(text)) {
    const hangul = typedHangul(text);
    return hangul !== null && /^[가-힣]+$/.test(hangul) ? hangul : null;
  }
  if (/^[ㄱ-ㅎㅏ-ㅣ가-힣]+$/.test(text)) {
    const letters = convertHangulToQwerty(text);
    return /^[A-Za-z]{2,}$/.test(letters) ? letters.toLowerCase() : null;
  }
  return null;
}

/** A query with its words typed in the other layout, all that can be; null when none can. */
export function inOtherLayout(node: QueryNode): QueryNode | null {
  const changed: string[] = [];
  const turn = (part: QueryNode): QueryNode => {
    switch (part.kind) {
      case 'text': {
        const words = part.text.split(/(\s+)/).map((word) => {
          const other = otherLayout(word);
          if (other !== null) changed.push(word);
          return other ?? word;
        });
        return { ...part, text: words.join('') };
      }
      case 'all':
      case 'any':
        return { ...part, parts: part.parts.map(turn) };
      case 'not':
        return { ...part, part: turn(part.part) };
      case 'date':
      case 'votes':
      case 'is':
      case 'has':
      case 'list':
      case 'in':
        return part;
    }
  };
  const turned = turn(node);
  return changed.length > 0 ? turned : null;
}
