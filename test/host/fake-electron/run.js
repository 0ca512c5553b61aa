/**
 * Runs a built main process under the fake: `node --import register.js run.js <entry> …arguments`. As in Electron, the
 * app becomes ready only after the entry module, its top-level awaits included, has been evaluated.
 */
import { pathToFileURL } from 'node:url';
import { becomeReady } from './main/app.ts';
import { machine } from './main/host.ts';
import './main/threads.ts';

const [node, , entry, ...args] = process.argv;
// A packaged app is the program itself; while developing Electron is, and the app its first argument.
process.argv = [node, ...(machine.packaged ? [] : ['.']), ...args];
await import(pathToFileURL(entry).href);
becomeReady();
