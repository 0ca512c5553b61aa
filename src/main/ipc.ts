/** The only raw ipc of the main process: one channel in, one out. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { AppEvent } from '../shared/contract.ts';
import type { ErrorCode, Result } from '../shared/errors.ts';

/** What a call is checked against: who sent it, from which frame, of which origin. */
export interface Caller {
  readonly contents: WebContents;
  readonly isMainFrame: boolean;
  readonly origin: string;
}

export interface CallAnswerer {
  accepts(caller: Caller): boolean;
  /** Checks method and input itself; must never reject. */
  answer(method: string, input: unknown): Promise<Result<unknown>>;
}

/** Answers `lectern:call` with a Result, always. A frame that is gone, foreign or embedded gets `forbidden`. */
export function answerCalls(answerer: CallAnswerer): void {
  ipcMain.handle('lectern:call', (event, method: unknown, input: unknown) => {
    const caller = callerOf(event);
    if (caller === null || !answerer.accepts(caller)) {
      return refuse('forbidden', 'Only Lectern’s own page may ask.');
    }
    if (typeof method !== 'string') return refuse('invalid-input', 'A method is named by a text.');
    return answerer.answer(method, input);
  });
}

/** Sends an event to a page. */
export function tell(contents: WebContents, event: AppEvent): void {
  contents.send('lectern:event', event);
}

function callerOf(event: IpcMainInvokeEvent): Caller | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  const contents = event.sender;
  return { contents, isMainFrame: frame === contents.mainFrame, origin: frame.origin };
}

function refuse(code: ErrorCode, message: string): Result<never> {
  return { ok: false, error: { code, message, subject: null, retryable: false } };
}
