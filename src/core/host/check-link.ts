import { AppError } from '../../shared/errors.ts';
import { mailAddress } from '../../shared/mail-address.ts';

const MAX_LENGTH = 8_000;

function parse(url: string): URL | null {
  return url.length <= MAX_LENGTH && URL.canParse(url) ? new URL(url) : null;
}

/** Old digests print arXiv links with http; arXiv answers both and means https. */
function isPlainArxiv({ protocol, hostname, port }: URL): boolean {
  return protocol === 'http:' && port === '' && /^([a-z]+\.)?arxiv\.org$/.test(hostname);
}

/** Whether a checked address is one to write to. */
export function isMail(address: string): boolean {
  return address.startsWith('mailto:');
}

/**
 * The https or mailto address that a link of a digest may open outside the app, normalised. Errors: link-blocked for
 * other schemes, mail with more than addresses, subject and text, user names and passwords (they disguise the host), and
 * what is no address.
 */
export function checkLink(url: string): string {
  const parsed = parse(url);
  const refuse = (why: string): AppError =>
    new AppError('link-blocked', `This link was not opened: ${why}.`, {
      subject: url.slice(0, 200),
    });
  if (parsed === null) throw refuse('it is not a valid address');
  if (parsed.protocol === 'mailto:') {
    const mail = mailAddress(url);
    if (mail === null) throw refuse('it asks for more than a letter to somebody');
    return mail;
  }
  if (isPlainArxiv(parsed)) parsed.protocol = 'https:';
  if (parsed.protocol !== 'https:') throw refuse('only https and mail addresses are opened');
  if (parsed.username !== '' || parsed.password !== '') {
    throw refuse('it holds a user name or password');
  }
  return parsed.href;
}
