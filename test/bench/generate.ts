/** Makes a folder of daily digests out of nothing but a seed, like the published ones in length and in what they vary. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Random } from './random.ts';
import { Vocabulary } from './vocabulary.ts';

const SEED = 20240205;
const FIRST_DAY = Date.UTC(2008, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
/** Of a summary, in characters. */
const TEXT_LENGTH = 1_200;

interface Printed {
  readonly title: string;
  readonly arxivId: string;
}

class Digests {
  readonly #random = new Random(SEED);
  readonly #words = new Vocabulary(this.#random);
  /** Earlier papers, some of which are printed again. */
  readonly #earlier: Printed[] = [];

  /** A day's file with `count` papers that were not printed before. */
  day(date: string, count: number): string {
    const fresh = Array.from({ length: count }, (_, index): Printed => {
      const number = Number(date.slice(8)) * 100 + index;
      const arxivId = `${date.slice(2, 4)}${date.slice(5, 7)}.${String(number).padStart(5, '0')}`;
      return { title: this.#words.title(), arxivId };
    });
    const again = this.#random.chance(0.2) ? this.#earlier.slice(-1) : [];
    this.#earlier.splice(0, this.#earlier.length, this.#random.pick(fresh));
    const papers = [...fresh, ...again].map((paper) => this.#paper(paper));
    return `## Daily Papers (${date})\n\n${papers.join('\n')}`;
  }

  #paper({ title, arxivId }: Printed): string {
    const random = this.#random;
    const media = `https://example.org/media/${arxivId}`;
    const authors = Array.from({ length: random.between(2, 12) }, () => this.#words.author());
    const parts = [`### [${title}](https://arxiv.org/abs/${arxivId})`];
    if (random.chance(0.6)) parts.push(`![](${media}.png)`);
    else if (random.chance(0.3)) {
      const video = `<div><video controls src="${media}.mp4" muted="false"></video></div>`;
      parts.push(`[Watch Video](${media}.mp4)\n${video}`);
    }
    if (random.chance(0.95)) parts.push(`Vote: ${random.chance(0.1) ? '-' : this.#votes()}`);
    if (random.chance(0.95)) parts.push(`Authors: ${authors.join(', ')}`);
    return `${parts.join('\n\n')}\n\n${this.#summary()}`;
  }

  #votes(): number {
    return Math.floor(this.#random.next() ** 3 * 120);
  }

  #summary(): string {
    const korean = this.#random.chance(0.85);
    const labelled = this.#random.chance(0.3);
    let text = '';
    while (text.length < TEXT_LENGTH * (0.7 + this.#random.next() * 0.4)) {
      const sentence = korean ? this.#words.koreanSentence() : this.#words.englishSentence();
      text += `- ${labelled ? "***What's New***: " : ''}${sentence}\n`;
    }
    return text;
  }
}

/** Writes `papers` papers, some twelve a day, as `YYYY/MM/DD.md` under `root`. */
export async function generateDigests(root: string, papers: number): Promise<void> {
  const digests = new Digests();
  const counts = new Random(SEED + 1);
  let written = 0;
  for (let day = 0; written < papers; day++) {
    const date = new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
    const count = Math.min(papers - written, counts.between(8, 16));
    const path = join(root, `${date.replaceAll('-', '/')}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, digests.day(date, count));
    written += count;
  }
}
