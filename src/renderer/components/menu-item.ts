export interface MenuItem {
  readonly label: string;
  /** Set for a choice among several. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  run(): void;
}
