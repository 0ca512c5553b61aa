/** What scripts see of how a command went (README). */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  nothingFound: 3,
  /** Another Lectern has the data open for changes. */
  held: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that ends with a message and a code of its own. The message is in the reader's language. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}
