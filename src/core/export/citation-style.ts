/** The texts of the citation styles, loaded when one is used: resources/csl, of the CSL project (CC BY-SA 3.0). */
import type { CitationStyle } from '../../shared/export-formats.ts';

interface Text {
  readonly default: string;
}

const STYLES: Readonly<Record<CitationStyle, () => Promise<Text>>> = {
  apa: () => import('../../../resources/csl/apa.csl?raw'),
  mla: () => import('../../../resources/csl/modern-language-association.csl?raw'),
  chicago: () => import('../../../resources/csl/chicago-author-date.csl?raw'),
  harvard: () => import('../../../resources/csl/harvard-cite-them-right.csl?raw'),
  ieee: () => import('../../../resources/csl/ieee.csl?raw'),
  acm: () => import('../../../resources/csl/association-for-computing-machinery.csl?raw'),
  nature: () => import('../../../resources/csl/nature.csl?raw'),
  vancouver: () => import('../../../resources/csl/vancouver.csl?raw'),
};

const LOCALES: Readonly<Record<string, () => Promise<Text>>> = {
  'en-US': () => import('../../../resources/csl/locales-en-US.xml?raw'),
  'en-GB': () => import('../../../resources/csl/locales-en-GB.xml?raw'),
  'ko-KR': () => import('../../../resources/csl/locales-ko-KR.xml?raw'),
};

export interface StyleTexts {
  readonly style: string;
  /** By language; English (US) for any other. */
  readonly locale: (language: string) => string;
}

/** A style with the locales that it may ask for. */
export async function loadStyle(name: CitationStyle): Promise<StyleTexts> {
  const style = (await STYLES[name]()).default;
  const locales = new Map<string, string>();
  for (const [language, load] of Object.entries(LOCALES)) {
    locales.set(language, (await load()).default);
  }
  return { style, locale: (language) => locales.get(language) ?? locales.get('en-US') ?? '' };
}
