#!/usr/bin/env node
// The command `lectern`: runs the built browser host.
import { existsSync } from 'node:fs';

const built = new URL('../out/main/lectern.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('Lectern is not built yet: run `npm start`, or `npm run build`, in its folder.');
  process.exitCode = 1;
}
