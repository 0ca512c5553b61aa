/** What we use of citeproc-js, which has no types of its own (citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Page {
    /** Whether this was the last page. */
    readonly done: boolean;
    readonly entry_ids: readonly (readonly string[])[];
  }
  interface Engine {
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    /**
     * A page of the bibliography, from the first entry (`true`) or from after one. False for a style without a
     * bibliography.
     */
    makeBibliography(page: {
      readonly page_start: string | true;
      readonly page_length: number;
    }): readonly [Page, readonly string[]] | false;
  }
  const CSL: {
    readonly Engine: new (system: System, style: string, language?: string) => Engine;
  };
  export default CSL;
}

declare module '*.csl?raw' {
  const text: string;
  export default text;
}
declare module '*.xml?raw' {
  const text: string;
  export default text;
}
