import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, by path inside it; gone when the test is over. */
export async function tempFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-library-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeAll(folder, files);
  return folder;
}

export async function writeAll(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A digest of papers with these numbers (`2402.<number>`), with as many votes as its day has. */
export function digestOf(date: string, ...numbers: readonly number[]): string {
  const papers = numbers.map((number) => {
    const id = `2402.${String(number).padStart(5, '0')}`;
    return `### [Paper ${String(number)} 논문](https://arxiv.org/abs/${id})\n\nVote: ${date.slice(-2)}\n\n- 요약\n`;
  });
  return `## Daily Papers (${date})\n\n${papers.join('\n')}`;
}
