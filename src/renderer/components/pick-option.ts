import type { IconName } from './icons.ts';

export interface PickOption {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly checked?: boolean;
  /** Indexes of the label's characters (in NFC) that were meant by what was typed. */
  readonly marks?: readonly number[];
  /** What it is, in a word. */
  readonly detail?: string;
  /** The key that does the same, part by part. */
  readonly caps?: readonly string[];
}

/** An option's label, cut where marked characters begin and end. */
export function parts({ label, marks = [] }: PickOption): readonly {
  readonly text: string;
  readonly marked: boolean;
}[] {
  if (marks.length === 0) return [{ text: label, marked: false }];
  const meant = new Set(marks);
  const cut: { text: string; marked: boolean }[] = [];
  for (const [at, char] of Array.from(label.normalize('NFC')).entries()) {
    const marked = meant.has(at);
    const last = cut.at(-1);
    if (last?.marked === marked) last.text += char;
    else cut.push({ text: char, marked });
  }
  return cut;
}
