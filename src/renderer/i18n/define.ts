/** A message: a text, or a function of typed parameters for what varies with numbers and names. */
export type Messages = Readonly<Record<string, string | ((params: never) => string)>>;

type Translated<M extends Messages> = {
  readonly [K in keyof M]: M[K] extends string ? string : M[K];
};

/** A dictionary in both languages; a missing, extra or differently parametrised Korean message does not compile. */
export function defineMessages<M extends Messages>(en: M, ko: Translated<M>): { en: M; ko: M } {
  return { en, ko: ko as unknown as M };
}

/** `1 paper`, `2,000 papers`. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
