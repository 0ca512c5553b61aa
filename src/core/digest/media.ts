import type { Media } from '../../shared/model.ts';
import { destinationOf, webAddress } from './web-address.ts';

export interface MediaLine {
  readonly media: readonly Media[];
  /** The words of the images' alternative texts, '' when there are none. */
  readonly caption: string;
}

/**
 * The media of a line that holds nothing else: `![](…)` one or more, `[Watch Video](…)`, the broken `[Watch Video]…`,
 * `<video src=…>` and `<img src=…>` with whatever tags around. Null for every other line, for addresses that are no web
 * address too: then the line is text.
 */
export function readMediaLine(line: string): MediaLine | null {
  switch (line.charAt(0)) {
    case '!':
      return readImages(line);
    case '[':
      return readWatchVideo(line);
    case '<':
      return readTags(line);
    default:
      return null;
  }
}

function readImages(line: string): MediaLine | null {
  const media: Media[] = [];
  const captions: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (!line.startsWith('![', at)) return null;
    const middle = line.indexOf('](', at);
    if (middle === -1) return null;
    const end = line.indexOf(')', middle);
    if (end === -1) return null;
    const url = webAddress(destinationOf(line.slice(middle + 2, end)));
    if (url === null) return null;
    media.push({ kind: kindOf(url), url });
    const caption = line.slice(at + 2, middle).trim();
    if (caption !== '') captions.push(caption);
    at = end + 1;
    while (line[at] === ' ' || line[at] === '\t') at += 1;
  }
  return { media, caption: captions.join(' ') };
}

function readWatchVideo(line: string): MediaLine | null {
  const match = /^\[watch video\][ \t]*(?:\(([^()\s]+)\)|([^()\s]+))[ \t]*$/i.exec(line);
  const url = webAddress(match?.[1] ?? match?.[2] ?? '');
  return url === null ? null : { media: [{ kind: 'video', url }], caption: '' };
}

const SOURCE = /\ssrc[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

function readTags(line: string): MediaLine | null {
  const media: Media[] = [];
  let inVideo = false;
  let at = 0;
  while (at < line.length) {
    const open = line.indexOf('<', at);
    const between = line.slice(at, open === -1 ? line.length : open);
    // Inside <video> there may be words for browsers that cannot play it.
    if (!inVideo && between.trim() !== '') return null;
    if (open === -1) break;
    const close = line.indexOf('>', open);
    if (close === -1) return null;
    const tag = line.slice(open, close);
    const name = /^<\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase();
    if (name === 'video') inVideo = tag[1] !== '/';
    if (name === 'video' || name === 'img' || (name === 'source' && inVideo)) {
      const match = SOURCE.exec(tag);
      const printed = match?.[1] ?? match?.[2] ?? match?.[3];
      if (printed !== undefined) {
        const url = webAddress(printed.trim().replaceAll('&amp;', '&'));
        if (url === null) return null;
        media.push({ kind: name === 'img' ? kindOf(url) : 'video', url });
      }
    }
    at = close + 1;
  }
  return media.length === 0 ? null : { media, caption: '' };
}

/** The image or video at an address, told by its ending; null when it is no web address. */
export function mediaOf(address: string): Media | null {
  const url = webAddress(address.trim());
  return url === null ? null : { kind: kindOf(url), url };
}

const VIDEO = /\.(?:mp4|m4v|webm|mov|qt|ogv|avi|mkv)(?:[?#]|$)/i;

function kindOf(url: string): Media['kind'] {
  return VIDEO.test(url) ? 'video' : 'image';
}
