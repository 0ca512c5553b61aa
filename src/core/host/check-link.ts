import { AppError } from '../../shared/errors.ts';

const MAX_LENGTH = 8_000;

function parse(url: string): URL | null {
  return url.length <= MAX_LENGTH && URL.canParse(url) ? new URL(url) : null;
}

/** Old digests print arXiv links with http; arXiv answers both and means https. */
function isPlainArxiv({ protocol, hostname, port }: URL): boolean {
  return protocol === 'http:' && port === '' && /^([a-z]+\.)?arxiv\.org$/.test(hostname);
}

/**
 * The https address that a link of a digest may open outside the app, normalised (WHATWG URL). Errors: link-blocked for
 * other schemes, user names and passwords (they disguise the host), and what is no address.
 */
export function checkLink(url: string): string {
  const parsed = parse(url);
  const refuse = (why: string): AppError =>
    new AppError('link-blocked', `This link was not opened: ${why}.`, {
      subject: url.slice(0, 200),
    });
  if (parsed === null) throw refuse('it is not a valid address');
  if (isPlainArxiv(parsed)) parsed.protocol = 'https:';
  if (parsed.protocol !== 'https:') throw refuse('only https addresses are opened');
  if (parsed.username !== '' || parsed.password !== '') {
    throw refuse('it holds a user name or password');
  }
  return parsed.href;
}
