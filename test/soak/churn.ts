/** Digests that change underneath: some are rewritten, some come and go. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../bench/random.ts';

const COMERS = 20;

export class Churn {
  readonly #root: string;
  readonly #random: Random;
  readonly #files: readonly string[];
  changes = 0;

  private constructor(root: string, random: Random, files: readonly string[]) {
    this.#root = root;
    this.#random = random;
    this.#files = files;
  }

  static async over(root: string, random: Random): Promise<Churn> {
    const names = await readdir(root, { recursive: true });
    return new Churn(
      root,
      random,
      names.filter((name) => name.endsWith('.md')).map((name) => join(root, name)),
    );
  }

  /** Makes one change: a summary's words, a file that comes, or one that goes. */
  async change(): Promise<void> {
    this.changes++;
    if (this.#random.chance(0.6)) {
      const path = this.#random.pick(this.#files);
      const text = await readFile(path, 'utf8');
      // As long as before, so that what is held does not grow by it.
      await writeFile(
        path,
        text.replace(/- \S{3,}/, (start) => `- ${this.#word(start.length - 2)}`),
      );
      return;
    }
    const number = this.#random.between(1, COMERS);
    const path = join(this.#root, `comer-${number}.md`);
    if (this.#random.chance(0.4)) {
      await rm(path, { force: true });
      return;
    }
    const papers = Array.from(
      { length: 5 },
      (_, index) =>
        `### [Comer ${number}.${index} ${this.#word(8)}](https://arxiv.org/abs/9912.${String(number * 100 + index).padStart(5, '0')})\n\nVote: ${this.#random.between(0, 99)}\n\n- 새로 온 논문 ${this.#word(12)}\n`,
    );
    await writeFile(
      path,
      `## Daily Papers (2030-01-${String(number).padStart(2, '0')})\n\n${papers.join('\n')}`,
    );
  }

  #word(length: number): string {
    return Array.from({ length }, () => 'abcdefghijklmnop'[this.#random.between(0, 15)]).join('');
  }
}
