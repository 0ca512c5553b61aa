import type { Mention, PaperId, PaperName } from '../../../shared/model.ts';
import type { App } from '../../state/app.svelte.ts';

const OFFERED = 20;

/** Papers for a link from a note, never the note's own; none when they cannot be asked for, which is told. */
export async function findPapers(
  app: App,
  text: string,
  own: PaperId,
): Promise<readonly PaperName[]> {
  try {
    const found = await app.client.call('paper.find', { text, limit: OFFERED });
    return found.filter(({ id }) => id !== own);
  } catch (error) {
    app.toasts.fail(error);
    return [];
  }
}

/** The notes that link to a paper; none when they cannot be asked for, which is told. */
export async function findMentions(app: App, paper: PaperId): Promise<readonly Mention[]> {
  try {
    return await app.client.call('note.backlinks', { paper });
  } catch (error) {
    app.toasts.fail(error);
    return [];
  }
}
