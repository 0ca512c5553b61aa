import type { ExportLanguage, PaperLinks } from '../../shared/model.ts';
import { webAddress } from './clean.ts';
import { WORDS } from './words.ts';

export interface NamedLink {
  readonly name: string;
  readonly address: string;
}

/** A paper's links that lead into the web, with what they are called. */
export function namedLinks(links: PaperLinks, language: ExportLanguage): readonly NamedLink[] {
  const words = WORDS[language];
  const kinds = ['abstract', 'pdf', 'project', 'code'] as const;
  return kinds.flatMap((kind) => {
    const address = webAddress(links[kind]);
    return address === null ? [] : [{ name: words[kind], address }];
  });
}
