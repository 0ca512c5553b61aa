import { parseArgs } from 'node:util';
import { AppError } from '../shared/errors.ts';

export type Arguments =
  | { readonly command: 'help' | 'version' }
  | {
      readonly command: 'serve';
      readonly folder: string | null;
      /** 0: any free one. */
      readonly port: number;
      readonly open: boolean;
    };

export const USAGE = `Lectern: reads daily research-paper digests.

  lectern serve [folder] [--port N] [--no-open]

  folder      a folder of digests to open at once
  --port N    listen on this port of 127.0.0.1 (otherwise any free one)
  --no-open   do not open the browser, only print the address
  --version   print the version
  --help      print this

Reader state lives in the user's data directory, or where LECTERN_DATA says.
`;

/** Reads a command line (without node and script). Errors: invalid-input. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  if (values.help === true) return { command: 'help' };
  if (values.version === true) return { command: 'version' };
  const [command, folder = null, ...rest] = positionals;
  if (command === undefined) return { command: 'help' };
  if (command !== 'serve') throw usageError(`There is no command “${command}”.`);
  if (rest.length > 0) throw usageError('Only one folder can be given.');
  return { command, folder, port: portOf(values.port), open: values['no-open'] !== true };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw usageError(`“${text}” is no port: a number up to 65535.`);
}

function usageError(message: string): AppError {
  return new AppError('invalid-input', message);
}
