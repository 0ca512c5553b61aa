/**
 * Structured clones as texts, for the one stretch that carries only texts (Chromium's debugging protocol). Both
 * functions are also put into the page by their source, so they stand alone. What has no code here is refused, as
 * Electron refuses what cannot be cloned.
 */

export function encode(value: unknown): string {
  function pack(item: unknown): unknown {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number') {
      return Number.isFinite(item) && !Object.is(item, -0) ? item : ['number', String(item)];
    }
    if (item === undefined) return ['undefined'];
    if (typeof item === 'bigint') return ['bigint', String(item)];
    if (Array.isArray(item)) return ['array', Array.from(item, pack)];
    if (item instanceof Date) return ['date', item.getTime()];
    if (item instanceof Map) return ['map', Array.from(item, ([k, v]) => [pack(k), pack(v)])];
    if (item instanceof Set) return ['set', Array.from(item, pack)];
    if (item instanceof Uint8Array) return ['bytes', Array.from(item)];
    if (typeof item === 'object') {
      const fields = Object.entries(item as Record<string, unknown>);
      return ['object', fields.map(([key, field]) => [key, pack(field)])];
    }
    throw new Error('An object could not be cloned.');
  }
  return JSON.stringify(pack(value));
}

export function decode(text: string): unknown {
  type Packed = null | string | boolean | number | readonly [string, unknown?];
  function unpack(item: Packed): unknown {
    if (item === null || typeof item !== 'object') return item;
    const [kind, content] = item;
    const items = content as readonly Packed[];
    const pairs = content as readonly (readonly [Packed, Packed])[];
    if (kind === 'number') return content === '-0' ? -0 : Number(content);
    if (kind === 'bigint') return BigInt(content as string);
    if (kind === 'array') return items.map(unpack);
    if (kind === 'date') return new Date(content as number);
    if (kind === 'map') return new Map(pairs.map(([key, field]) => [unpack(key), unpack(field)]));
    if (kind === 'set') return new Set(items.map(unpack));
    if (kind === 'bytes') return Uint8Array.from(content as readonly number[]);
    if (kind === 'object') {
      const result: Record<string, unknown> = {};
      for (const [key, field] of pairs) {
        // Not by assignment: a key may be __proto__.
        Object.defineProperty(result, key as string, {
          value: unpack(field),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return result;
    }
    return undefined;
  }
  return unpack(JSON.parse(text) as Packed);
}
