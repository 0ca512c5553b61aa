// `npm run bench:feel -- [--papers N] [--search-papers N] [--json file]`: bundles test/bench/feel and drives the built app
// in Chromium.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './lib/check-node.js';
import { ensureBrowser } from './lib/browser.js';
import { ensureBuilt } from './lib/built.js';
import { bundle } from './lib/bundle.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();

const folder = await bundle('lectern-feel', { feel: 'test/bench/feel/feel.ts' });
const { feel } = await import(pathToFileURL(join(folder, 'feel.js')).href);
const executablePath = await ensureBrowser();
await feel({ host: join(root, 'out/main/lectern.js'), executablePath }, process.argv.slice(2));
