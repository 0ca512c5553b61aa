export interface MenuItem {
  readonly label: string;
  /** The key that does the same, for showing; '' or nothing when there is none. */
  readonly key?: string;
  /** Set for a choice among several, or, when it `toggles`, for what is on or off. */
  readonly checked?: boolean;
  readonly toggles?: boolean;
  readonly danger?: boolean;
  /** Shown, but not to be chosen now. */
  readonly disabled?: boolean;
  /** Stands below a line. */
  readonly begins?: boolean;
  run(): void;
}
