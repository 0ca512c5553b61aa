/** What we use of citeproc-js, which has no types of its own (citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    /** False for a style without a bibliography. */
    makeBibliography(): readonly [unknown, readonly string[]] | false;
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
