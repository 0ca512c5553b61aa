import type { FolderId, Outline, Problem, ProblemCode } from '../../shared/model.ts';

/** Files shown of one kind of problem in one folder; the rest are counted. */
export const MAX_FILES = 50;

export interface ProblemKind {
  readonly code: ProblemCode;
  readonly files: readonly Pick<Problem, 'file' | 'line'>[];
  readonly more: number;
}

export interface ProblemGroup {
  readonly id: FolderId | null;
  /** Path of the folder; null for what belongs to Lectern itself. */
  readonly folder: string | null;
  readonly kinds: readonly ProblemKind[];
}

/** Problems by folder, in the order of the sidebar, and in each by kind; files keep their order. */
export function groupProblems(
  problems: readonly Problem[],
  outline: Outline | null,
): readonly ProblemGroup[] {
  // A folder that was closed since has no path any more; its id still keeps its problems together.
  const folders = new Set([
    null,
    ...(outline?.folders.map(({ id }) => id) ?? []),
    ...problems.map(({ folder }) => folder),
  ]);
  return [...folders].flatMap((id) => {
    const own = problems.filter(({ folder }) => folder === id);
    if (own.length === 0) return [];
    const folder = outline?.folders.find((one) => one.id === id)?.path ?? id;
    return [{ id, folder, kinds: byKind(own) }];
  });
}

/** Whether a file with this problem holds no paper, and can be read as a plain document. */
export function isPlainDocument(code: ProblemCode): boolean {
  return code === 'not-a-digest' || code === 'no-papers';
}

function byKind(problems: readonly Problem[]): readonly ProblemKind[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.map((code) => {
    const files = problems.filter((problem) => problem.code === code);
    return { code, files: files.slice(0, MAX_FILES), more: Math.max(0, files.length - MAX_FILES) };
  });
}
