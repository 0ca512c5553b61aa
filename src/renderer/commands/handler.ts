import type { View } from '../../shared/model.ts';

export interface CommandContext {
  /** A path, for commands that the host sends with one. */
  readonly argument: string | null;
  /** The key is held down. */
  readonly repeat: boolean;
  /** The view of the sidebar's line that is meant; null for the line that has the focus, else the view that is shown. */
  readonly view: View | null;
}

export type Handler = (context: CommandContext) => void | Promise<void>;
