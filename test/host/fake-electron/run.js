/**
 * Runs a built main process under the fake: `node --import register.js run.js <entry> …arguments`. As in Electron, the
 * app becomes ready only after the entry module, its top-level awaits included, has been evaluated.
 */
import { pathToFileURL } from 'node:url';
import { becomeReady } from './main/app.ts';

const [node, , entry, ...args] = process.argv;
process.argv = [node, '.', ...args];
await import(pathToFileURL(entry).href);
becomeReady();
