// `npm run test:electron`: the end-to-end specs on real Electron. Where that cannot run it says so, and nothing fails.
import { ensureBuilt } from './lib/built.js';
import { electronBinary, electronRuns } from './lib/electron.js';
import { mustSucceed, npm } from './lib/run.js';

/** Why the specs cannot run here, or null. Nothing is downloaded for them. */
function whyNot() {
  const binary = electronBinary();
  if (binary === null) return 'Electron’s binary is not here';
  if (!electronRuns(binary)) return 'Electron’s binary does not run on this system';
  const { platform, env } = process;
  const display = platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  return display ? null : 'there is no display (try xvfb-run)';
}

const why = whyNot();
if (why !== null) {
  console.log(`${why}: not run`);
} else {
  await ensureBuilt();
  const specs = ['exec', '--', 'playwright', 'test', '--project=electron', '--workers=1'];
  mustSucceed(await npm(specs), 'a spec on Electron');
}
