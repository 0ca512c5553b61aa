import type { Instant, IsoDate } from '../../shared/model.ts';

/** Every zone's clock changes at a quarter of an hour, so an instant's day is that of its quarter. */
const QUARTER = 15 * 60 * 1000;

/** Tells on which day an instant falls in a time zone, whatever its clock did then. */
export class LocalDays {
  readonly #format: Intl.DateTimeFormat;
  /** A reader's marks lie close together: asking the calendar once a quarter makes a hundred thousand cheap. */
  readonly #quarters = new Map<number, IsoDate>();

  /** zone: of the IANA data base, `Asia/Seoul`. */
  constructor(zone: string) {
    // Sweden writes days as ISO does.
    this.#format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  }

  dayOf(instant: Instant): IsoDate {
    const quarter = Math.floor(instant / QUARTER);
    const known = this.#quarters.get(quarter);
    if (known !== undefined) return known;
    const day = this.#format.format(quarter * QUARTER);
    this.#quarters.set(quarter, day);
    return day;
  }
}
