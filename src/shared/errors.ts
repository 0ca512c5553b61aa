/** Errors as values: what crosses the bridge instead of a thrown exception. */

export type ErrorCode =
  | 'invalid-input'
  | 'unknown-method'
  | 'forbidden'
  | 'unsupported'
  | 'not-found'
  | 'not-a-folder'
  | 'folder-missing'
  | 'folder-unreadable'
  | 'link-blocked'
  | 'media-blocked'
  | 'media-failed'
  | 'inside-digest-folder'
  | 'read-failed'
  | 'write-failed'
  | 'data-in-use'
  | 'data-newer'
  | 'data-there'
  | 'read-only'
  | 'backup-invalid'
  | 'place-unsuitable'
  | 'result-gone'
  | 'template-invalid'
  | 'import-unreadable'
  | 'import-broken'
  | 'import-empty'
  | 'import-too-large'
  | 'export-there'
  | 'export-waits'
  | 'cancelled'
  | 'engine-stopped'
  | 'internal';

/** What a disk may refuse a write for. */
export type WriteFault = 'full' | 'denied' | 'read-only' | 'device';

/** The wire shape of an error. `subject` names the file, folder or address that it is about. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  /** For the user, in English; the UI translates by code and subject. */
  readonly message: string;
  readonly subject: string | null;
  readonly retryable: boolean;
  /** Of write-failed: why, where the system told. */
  readonly fault?: WriteFault;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorInfo };

export interface ErrorDetails {
  readonly subject?: string;
  readonly retryable?: boolean;
  readonly fault?: WriteFault | undefined;
  readonly cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly subject: string | null;
  readonly retryable: boolean;
  readonly fault: WriteFault | null;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.subject = details.subject ?? null;
    this.retryable = details.retryable ?? false;
    this.fault = details.fault ?? null;
  }
}

/** Turns anything thrown into its wire shape; what is not an AppError becomes `internal`, without its stack. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof AppError) {
    const { code, message, subject, retryable, fault } = error;
    return { code, message, subject, retryable, ...(fault === null ? {} : { fault }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, subject: null, retryable: false };
}

/** The AppError that a wire shape stands for. */
export function fromErrorInfo(info: ErrorInfo): AppError {
  const details = { retryable: info.retryable, fault: info.fault };
  return new AppError(
    info.code,
    info.message,
    info.subject === null ? details : { ...details, subject: info.subject },
  );
}

/** The value of an ok result; throws the AppError of a failed one. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw fromErrorInfo(result.error);
}

/** Runs a function and gives its outcome as a Result; never rejects. */
export async function attempt<T>(run: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** Closes an exhaustive switch. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
