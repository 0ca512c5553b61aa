import type { IconName } from './icons.ts';

export interface PickOption {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly checked?: boolean;
}
