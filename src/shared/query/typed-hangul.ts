import { convertQwertyToHangul } from 'es-hangul';

/**
 * What keys of the Latin layout type in the Korean one; null when no Korean comes of it. es-hangul (2.4) composes the
 * letters, and throws where a compound vowel stands without a consonant before it, as in `mlx`: that is its answer.
 */
export function typedHangul(keys: string): string | null {
  try {
    return convertQwertyToHangul(keys);
  } catch {
    return null;
  }
}
