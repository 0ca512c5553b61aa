import { toErrorInfo } from '../../shared/errors.ts';
import type { PaperId } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from './app.svelte.ts';

/** Shows a paper among all papers. One that is in no opened folder is told, with a way to its page. */
export async function openPaper(app: App, paper: PaperId): Promise<void> {
  try {
    await app.client.call('paper.read', { paper });
  } catch (error) {
    if (toErrorInfo(error).code !== 'not-found') app.toasts.fail(error);
    else {
      const address = pageOf(paper);
      const action = { label: t('paper.openPage'), run: () => void app.openLink(address ?? '') };
      app.toasts.done(t('paper.notHere'), address === null ? null : action);
    }
    return;
  }
  await app.openPaper(paper);
}

/** Where a paper can be read when no digest of it is at hand; null when its identity does not tell. */
function pageOf(paper: PaperId): string | null {
  const [, kind, rest] = /^(arxiv|doi|url):(.+)$/s.exec(paper) ?? [];
  if (rest === undefined) return null;
  if (kind === 'arxiv') return `https://arxiv.org/abs/${rest}`;
  return kind === 'doi' ? `https://doi.org/${rest}` : rest;
}
