// `npm start [-- folder]`: from a fresh clone to a running Lectern.
import './lib/check-node.js';

// Not imported statically: an old Node could not even link it.
const { start } = await import('./lib/start.js');
process.exit(await start(process.argv.slice(2)));
