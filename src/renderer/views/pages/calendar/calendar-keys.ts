import type { IsoDate } from '../../../../shared/model.ts';
import { addDays, addMonths, startOfWeek } from '../dates.ts';

/** Where a key leads from a day (ARIA's date grid pattern); null when it is not the calendar's key. */
export function dayMove(key: string, shift: boolean, day: IsoDate): IsoDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return startOfWeek(day);
    case 'End':
      return addDays(startOfWeek(day), 6);
    case 'PageUp':
      return addMonths(day, shift ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shift ? 12 : 1);
    default:
      return null;
  }
}
