import { isUtf8 } from 'node:buffer';

export interface Utf8Text {
  readonly bytes: Buffer;
  /** False when some of it is of no known encoding. */
  readonly isValid: boolean;
}

/**
 * A file's text as UTF-8: as it is, or from UTF-16 with a byte order mark, or from EUC-KR with its extension CP949
 * (https://encoding.spec.whatwg.org/#euc-kr), which old Korean tools still write. What is none of these stays as it is.
 */
export function toUtf8(bytes: Buffer): Utf8Text {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return converted(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return converted(bytes, 'utf-16be');
  if (isUtf8(bytes)) return { bytes, isValid: true };
  const korean = koreanText(bytes);
  return korean === null
    ? { bytes, isValid: false }
    : { bytes: Buffer.from(korean), isValid: true };
}

function converted(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Utf8Text {
  const text = new TextDecoder(encoding).decode(bytes);
  return { bytes: Buffer.from(text), isValid: !text.includes('\uFFFD') };
}

/** The text if it is EUC-KR beyond doubt: nothing of it unknown, and what is not ASCII mostly Hangul; else null. */
function koreanText(bytes: Buffer): string | null {
  const text = decodeKorean(bytes);
  if (text === null) return null;
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return hangul * 2 > foreign && !isMostlyUtf8(bytes) ? text : null;
}

function decodeKorean(bytes: Buffer): string | null {
  try {
    return new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A UTF-8 text with a few broken bytes may be read as EUC-KR too, as nonsense. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const foreign = bytes.toString('utf8').match(/[^\p{ASCII}]/gu) ?? [];
  const broken = foreign.reduce((count, character) => count + (character === '\uFFFD' ? 1 : 0), 0);
  return broken * 2 < foreign.length;
}
