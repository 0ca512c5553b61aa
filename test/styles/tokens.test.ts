import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const tokens = await readFile('src/renderer/styles/tokens.css', 'utf8');

type Scheme = 'light' | 'dark';
type Palette = ReadonlyMap<string, string>;

/** The colours of a rule's block, for one scheme. */
function coloursOf(selector: string, scheme: Scheme): Palette {
  const start = tokens.indexOf(`${selector} {`);
  const block = tokens.slice(start, tokens.indexOf('\n}', start));
  const pattern = /--([\w-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w+));/g;
  return new Map(
    [...block.matchAll(pattern)].map(([, name = '', light, dark, one]) => [
      name,
      one ?? (scheme === 'light' ? light : dark) ?? '',
    ]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const THEMES: readonly (readonly [name: string, selector: string, scheme: Scheme, text: number])[] =
  [
    ['light', ':root', 'light', 4.5],
    ['dark', ':root', 'dark', 4.5],
    ['sepia', ":root[data-theme='sepia']", 'light', 4.5],
    ['high contrast, light', ":root[data-theme='contrast']", 'light', 7],
    ['high contrast, dark', ":root[data-theme='contrast']", 'dark', 7],
  ];
const GROUNDS = ['paper', 'list', 'side', 'raised', 'hover', 'accent-soft', 'mark'] as const;
const INKS = ['ink', 'ink-2', 'accent', 'danger'] as const;

describe.each(THEMES)('the colours of the theme %s', (_name, selector, scheme, text) => {
  const palette = coloursOf(selector, scheme);
  const colour = (name: string): string => {
    const value = palette.get(name);
    if (value === undefined) throw new Error(`no --${name} in ${selector}`);
    return value;
  };

  it('are complete', () => {
    const names = [...coloursOf(':root', 'light').keys()];
    expect(names.length).toBeGreaterThan(15);
    expect([...palette.keys()]).toEqual(names);
  });

  it('give text the contrast that WCAG asks for, on every ground', () => {
    const low = GROUNDS.flatMap((ground) =>
      INKS.filter((ink) => contrast(colour(ink), colour(ground)) < text).map(
        (ink) => `${ink} on ${ground}: ${contrast(colour(ink), colour(ground)).toFixed(2)}`,
      ),
    );
    expect(low).toEqual([]);
    for (const ground of ['paper', 'list', 'side', 'raised'] as const) {
      expect(contrast(colour('ink-3'), colour(ground)), ground).toBeGreaterThanOrEqual(text);
      expect(contrast(colour('star'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
      expect(contrast(colour('control-line'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(text);
  });
});
