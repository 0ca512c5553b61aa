import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const electron = {
  group: ['electron', 'electron/*'],
  message: 'Only src/main and src/preload know Electron.',
};
const host = {
  group: ['**/main/**', '**/preload/**', '**/server/**'],
  message: 'Only hosts know hosts.',
};
const core = { group: ['**/core/**'], message: 'The renderer knows only src/shared.' };
const renderer = { group: ['**/renderer/**'], message: 'Only the renderer knows the renderer.' };
const node = {
  group: ['node:*', 'fs', 'path', 'os'],
  message: 'This layer runs in a browser too.',
};

/** The layer rules of docs/notes/layers.md: what each room may not import. */
function room(files, ...patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default ts.config(
  { ignores: ['node_modules', 'out', 'dist', 'test-results', 'playwright-report', 'coverage'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `method<void>()` in the contract is a method that answers nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  room(['src/shared/**'], electron, host, core, renderer, node),
  room(['src/core/**'], electron, host, renderer),
  room(['src/server/**'], electron, renderer, {
    group: ['**/main/**', '**/preload/**'],
    message: 'Hosts do not know each other.',
  }),
  room(['src/renderer/**'], electron, host, core, node),
  room(['src/main/**'], renderer, {
    group: ['**/server/**', '**/preload/**'],
    message: 'Hosts do not know each other.',
  }),
  room(['src/preload/**'], core, renderer, {
    group: ['**/main/**', '**/server/**'],
    message: 'Hosts do not know each other.',
  }),
  {
    files: ['src/**'],
    ignores: ['src/main/ipc.ts', 'src/preload/index.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Identifier[name=/^ipc(Main|Renderer)$/]',
          message: 'Raw ipc belongs to the adapters: src/main/ipc.ts and src/preload/index.ts.',
        },
      ],
    },
  },
  {
    files: ['src/renderer/**', 'test/renderer/**'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // A plain Map or Set says that nothing on screen follows it; what is followed is $state or Svelte's own.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // TypeScript alone cannot see the types of an imported component; svelte-check can, and does.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  { files: ['scripts/**', 'test/**', 'src/server/cli.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '*.config.ts', 'playwright.config.ts'],
    ...ts.configs.disableTypeChecked,
  },
);
