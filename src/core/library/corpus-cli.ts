/** `npm run corpus -- <folder> [--json]`: what Lectern makes of a folder, on standard output. */
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import { corpusReport, printReport } from './report.ts';

const USAGE = 'Usage: npm run corpus -- <folder> [--json]';

try {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new TypeError(USAGE);
  const report = await corpusReport(folder);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
} catch (error) {
  if (error instanceof AppError) process.stderr.write(`${error.subject ?? ''}: ${error.message}\n`);
  else if (error instanceof TypeError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 1;
}
