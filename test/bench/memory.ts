import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MemoryUse } from './memory-probe.ts';
import type { Measure } from './report.ts';

/** What a process takes that hosts the engine with the folder open and searchable. */
export async function measureMemory(
  engine: string,
  folder: string,
  dataDir: string,
): Promise<readonly Measure[]> {
  const probe = fileURLToPath(new URL('./memory-probe.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [probe, engine, folder, dataDir]);
  const use = JSON.parse(stdout) as MemoryUse;
  const megabytes = (name: string, value: number, floor: number | null = null): Measure => ({
    name,
    unit: 'MB',
    value: value / 2 ** 20,
    floor: floor === null ? null : floor / 2 ** 20,
    limit: null,
  });
  return [
    megabytes(
      'memory: the host process, resident (floor: before the engine)',
      use.after,
      use.before,
    ),
    megabytes("memory: heap of the host's own thread", use.hostHeap),
    megabytes("memory: heap of the engine's thread", use.engineHeap),
  ];
}
