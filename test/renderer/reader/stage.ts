import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { AppEvent, Client, Input, MethodName, Output } from '../../../src/shared/contract.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Outline, PaperDetail } from '../../../src/shared/model.ts';
import type { Platform, SavedFile } from '../../../src/renderer/api/platform.ts';
import { App } from '../../../src/renderer/state/app.svelte.ts';
import Stage from './Stage.svelte';

export const NOTHING_TO_UNDO = { undo: null, redo: null } as const;
/** Of a query, such as the day's other papers. */
export const NOTHING_FOUND = {
  result: 'r',
  total: 0,
  index: null,
  groups: [],
  hints: [],
  suggestion: null,
  offset: 0,
  rows: [],
} as const;

type Answers = { [M in MethodName]?: (input: Input<M>) => Output<M> | Promise<Output<M>> };

/** A host in memory: answers what a test gives it, remembers what it was asked. */
export class FakeHost implements Client {
  readonly calls: { readonly method: string; readonly input: unknown }[] = [];
  readonly links: string[] = [];
  readonly copied: string[] = [];
  readonly saved: SavedFile[] = [];
  savePath: string | null = '/home/me/out.md';
  readonly #answers: Answers;
  readonly #listeners = new Set<(event: AppEvent) => void>();

  constructor(answers: Answers = {}) {
    this.#answers = answers;
  }

  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    this.calls.push({ method, input });
    const answer = this.#answers[method];
    if (answer === undefined) throw new AppError('not-found', `no answer to ${method}`);
    return answer(input);
  }

  listen(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  asked(method: MethodName): unknown[] {
    return this.calls.filter((call) => call.method === method).map(({ input }) => input);
  }

  readonly platform: Platform = {
    arrangeWindow: () => Promise.resolve(true),
    chooseFolder: () => Promise.resolve(null),
    openLink: (_host, url) => Promise.resolve(void this.links.push(url)),
    copyText: (_host, text) => Promise.resolve(void this.copied.push(text)),
    showFolder: () => Promise.resolve(),
    saveFile: (_host, { name, text, encoding }) => {
      this.saved.push({ name, text, encoding });
      return Promise.resolve(this.savePath);
    },
  };
}

/** Shows a view over a fake host. */
export function stage<P extends Record<string, unknown>>(
  view: Component<P>,
  host: FakeHost,
  given?: P,
): App {
  const app = new App(host, host.platform, {
    call: () => Promise.resolve({ ok: true, value: null }),
    listen: () => () => undefined,
    watch: () => () => undefined,
    pathOf: () => null,
  });
  app.host = {
    host: 'electron',
    version: '1.2.3',
    platform: 'linux',
    dataDir: '/home/me/.lectern',
  };
  render(Stage, { app, view: view as Component<Record<string, unknown>>, given: given ?? {} });
  return app;
}

const count = { total: 0, unread: 0 };

export function outlineOf(folders: readonly { id: string; path: string }[]): Outline {
  return {
    all: count,
    starred: count,
    noted: count,
    lists: [],
    problems: 0,
    folders: folders.map(({ id, path }) => ({
      id,
      path,
      name: path.split('/').at(-1) ?? '',
      status: 'ready',
      mediaAllowed: false,
      count,
      years: [],
      undated: count,
    })),
  };
}

export function paperOf(id: string, patch: Partial<PaperDetail> = {}): PaperDetail {
  return {
    id,
    title: `Paper ${id}`,
    authors: ['Ada Example'],
    date: '2024-02-05',
    votes: 3,
    media: null,
    read: false,
    starred: false,
    noted: false,
    arxivId: null,
    links: { page: null, abstract: null, pdf: null, project: null, code: null },
    mediaItems: [],
    mediaAllowed: false,
    text: '- 요약 문장입니다.',
    appearances: [
      {
        folder: 'f',
        file: '2024/02/05.md',
        date: '2024-02-05',
        votes: 3,
        text: '- 요약 문장입니다.',
      },
    ],
    note: null,
    lists: [],
    ...patch,
  };
}
