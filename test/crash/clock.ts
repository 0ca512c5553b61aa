/**
 * Loaded into every thread of the process that is killed (`--import`): each look at the clock is eleven minutes later, so
 * that each text of a note is a version, every few hundred edits a day with its backup, and no life begins before the last.
 */
const STEP_MS = 11 * 60_000;

let now = Number(process.env['LECTERN_TEST_CLOCK']);
Date.now = () => (now += STEP_MS);
