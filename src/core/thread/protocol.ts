/** What passes between a host's thread and the engine's: structured clones of these. */
import type { AppEvent, EngineMethod } from '../../shared/contract.ts';
import type { ErrorInfo, Result } from '../../shared/errors.ts';

/** What the engine needs to know of the world, given by its host. */
export interface EngineData {
  /** Lectern's own folder on this computer: cache and window, and reader state unless it was moved. */
  readonly dataDir: string;
  /** Whether reader state may be moved elsewhere by the app; not when LECTERN_DATA names its place. */
  readonly movable?: boolean;
  /** Whether reader state is only to be read: no lock is taken, nothing is written. */
  readonly readOnly?: boolean;
  /** Real paths of the folders to read, instead of those that reader state has open. */
  readonly folders?: readonly string[];
  /** The sample digests that come with the app. */
  readonly sampleDir: string;
  /** What `~` means in a typed path. */
  readonly home: string;
}

export type ToEngine =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: EngineMethod;
      readonly input: unknown;
    }
  | { readonly kind: 'close' };

export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ErrorInfo }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'closed'; readonly error: ErrorInfo | null };
