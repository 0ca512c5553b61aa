/** `npm run corpus -- <folder> [--json]`: what Lectern makes of a folder, on standard output. */
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import { errorCode } from './file-errors.ts';
import { corpusReport, printReport } from './report.ts';

const USAGE = 'Usage: npm run corpus -- <folder> [--json]';

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new AppError('invalid-input', USAGE);
  const report = await corpusReport(folder);
  return values.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report);
}

/** What the user can mend, in a line; null for a defect of the program. */
function explain(error: unknown): string | null {
  if (error instanceof AppError) {
    return error.subject === null ? error.message : `${error.subject}: ${error.message}`;
  }
  const isUsage = error instanceof Error && errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true;
  return isUsage ? `${error.message}\n${USAGE}` : null;
}

try {
  process.stdout.write(await run());
} catch (error) {
  const explanation = explain(error);
  if (explanation === null) throw error;
  process.stderr.write(`${explanation}\n`);
  process.exitCode = 1;
}
