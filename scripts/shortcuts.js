// `npm run shortcuts [-- --check]`: the shortcuts of README.md, written from src/shared/commands.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { format, resolveConfig } from 'prettier';
import { root } from './lib/run.js';

const START = '<!-- shortcuts: npm run shortcuts -->';
const END = '<!-- /shortcuts -->';
const GROUPS = {
  go: 'Move',
  mark: 'Mark',
  paper: 'Paper',
  edit: 'Edit and find',
  view: 'View',
  file: 'Files',
  help: 'Help',
};

async function loadCommands() {
  const source = await readFile(join(root, 'src', 'shared', 'commands.ts'), 'utf8');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  const url = `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`;
  return (await import(url)).commands;
}

function keyText(key) {
  const names = {
    Mod: 'Ctrl/⌘',
    Plus: '+',
    '<': '&lt;',
    '>': '&gt;',
    Escape: 'Esc',
    ContextMenu: 'Menu',
  };
  const caps = key
    .split('+')
    .map(
      (part) =>
        names[part] ?? (part.length === 1 ? part.toUpperCase() : part.replace(/^Arrow/, '')),
    );
  return `<kbd>${caps.join('</kbd>+<kbd>')}</kbd>`;
}

/** The table of all commands that have a key, as Markdown. */
export function shortcutsTable(commands) {
  const rows = Object.entries(GROUPS).flatMap(([group, name]) =>
    commands
      .filter((command) => command.group === group && command.keys.length > 0)
      .map(({ title, keys }, index) => {
        const texts = keys.map(keyText).join(' or ');
        return `| ${index === 0 ? `**${name}**` : ''} | ${title.en} | ${title.ko} | ${texts} |`;
      }),
  );
  return ['| | | | Keys |', '|---|---|---|---|', ...rows].join('\n');
}

/** README.md with its shortcuts as they are now. Throws when it has no place for them. */
export function withShortcuts(readme, table) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`);
  return `${readme.slice(0, start + START.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

/** README.md as it is, and as it should be. */
export async function readmes() {
  const path = join(root, 'README.md');
  const present = await readFile(path, 'utf8');
  const wanted = withShortcuts(present, shortcutsTable(await loadCommands()));
  const options = { ...(await resolveConfig(path)), parser: 'markdown' };
  return { path, present, wanted: await format(wanted, options) };
}

if (process.argv[1] === import.meta.filename) {
  const { path, present, wanted } = await readmes();
  if (!process.argv.includes('--check')) await writeFile(path, wanted);
  else if (present !== wanted) {
    console.error('The shortcuts of README.md are out of date: npm run shortcuts');
    process.exitCode = 1;
  }
}
