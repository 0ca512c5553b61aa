import { withoutEnd } from '../trim.ts';
import { dateInText } from '../dates.ts';
import { isDailyPapers } from '../formats/daily-headings.ts';
import { fieldOf } from '../labels.ts';
import { isPaperLink } from '../paper-links.ts';
import { countOf, withoutEmphasis } from './fields.ts';
import { isGeneric, linksIn, withoutLinks } from './links.ts';
import type { TextLink } from './links.ts';

/** What a heading, or the first line of a list item, says of a paper. */
export interface Title {
  readonly text: string;
  /** The link that the title leads to. */
  readonly link: TextLink | null;
  /** Links beside it. */
  readonly links: readonly TextLink[];
  readonly votes: number | null;
  /** Words beside a linked title. */
  readonly rest: string;
}

const NUMBER =
  /^(?:(?:paper|논문|论文|論文)\s*#?\d{1,4}\s*[.:：)、-]\s*|#?\d{1,4}\s*[.)]\s+|\d{1,4}\s*[、:：]\s*|[([【]\d{1,4}[)\]】]\s*|[①-⑳]\s*|no\.\s?\d{1,4}\s+)/iu;
const DECORATION = /^[^\p{L}\p{N}\p{P}\p{Sm}\p{Sc}\\^`]+|^[*_]{1,3}(?=\S)/u;
const VOTES = /[([]?\s*(?:👍|⬆️?|🔼|🔺|▲|❤️?|🔥|votes?:|upvotes?:)\s*(\d[\d,]*)\s*[)\]]?/iu;

/** Longer ones are prose. */
const MAX_TITLE = 2_000;

/** A title as it is known, without numbering, emphasis and emoji around. */
export function cleanTitle(printed: string): string {
  let text = printed.slice(0, MAX_TITLE).trim();
  for (let turn = 0; turn < 4; turn += 1) {
    text = text.replace(DECORATION, '').replace(NUMBER, '').trimStart();
  }
  return withoutEmphasis(withoutEnd(text, /[^\p{L}\p{N}\p{P}\p{S}\p{M}]/u))
    .replace(/^["“「『《](.*)["”」』》]$/su, '$1')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
    .trim();
}

/** Reads a line that may be a paper's title. */
export function readTitle(printed: string): Title {
  const single = printed.replace(/\s+/g, ' ');
  const votes = VOTES.exec(single);
  const line = votes === null ? single : single.replace(votes[0], ' ');
  const links = linksIn(line);
  const own = links.find(({ label }) => !isGeneric(label));
  const beside = links.filter((link) => link !== own);
  const rest = withoutLinks(
    line,
    own === undefined ? links : [own, ...beside].sort((a, b) => a.start - b.start),
  );
  const common = { links: beside, votes: votes === null ? null : countOf(votes[1] ?? '') };
  if (own !== undefined)
    return { ...common, text: cleanTitle(own.label), link: own, rest: cleanRest(rest) };
  // Brackets that only links stood in.
  const text = cleanTitle(
    withoutEnd(rest.replace(/[[(（【][|｜/·•,，、\s]*[\])）】]/g, ' '), /[\s|｜·•:：–—-]/),
  );
  const identifier = links.find(({ label }) => label !== '') ?? null;
  return {
    ...common,
    text: text === '' ? '' : text,
    link: text === '' ? identifier : null,
    rest: '',
  };
}

function cleanRest(rest: string): string {
  const text = cleanTitle(rest.replace(/[[(（【][|｜/·•,，、\s]*[\])）】]/g, ' '));
  return /\p{L}{2}/u.test(text) ? text : '';
}

/** Whether a title leads to a paper by itself. */
export function isPaperTitle({ link, text }: Title): boolean {
  return link !== null && text !== '' && isPaperLink(link.address);
}

const PARTS =
  /^(?:links?|resources?|key ?(?:points|takeaways|findings|contributions|insights)|highlights?|tl;?dr|overview|introduction|background|motivations?|methods?|methodology|approach|experiments?|results?|conclusions?|discussion|limitations?|contributions?|figures?|tables?|notes?|comments?|details|metadata|info(?:rmation)?|papers?|today'?s papers|list of papers|summaries|요점|핵심(?: ?요약| ?내용)?|소개|방법|결과|결론|배경|한계|실험|정보|논문 ?목록|링크|要点|方法|结果|结论|背景|实验|创新点|核心(?:思想|观点|内容)|信息|结論|結果|手法|はじめに|まとめ|情報)$/iu;
const REFERENCES =
  /^(?:references?|bibliography|citations?|further reading|related(?: (?:work|papers|reading|links))?|see also|contents|table of contents|toc|index|footnotes|sources|acknowledge?ments?|参考(?:文献|资料|资源|链接)|参考文献|相关(?:工作|论文|阅读|链接)|引用|目录|目次|索引|関連(?:研究|論文|リンク)|참고(?: ?문헌| ?자료| ?링크)?|관련(?: ?연구| ?논문| ?링크)|목차|차례|인용)$/iu;

function bareHeading(text: string): string {
  return withoutEnd(cleanTitle(text), /[\s:：.]/);
}

/** Whether a heading begins a part of a paper's section, or of the whole digest, and names no paper. */
export function isPart(text: string): boolean {
  const bare = bareHeading(text);
  return PARTS.test(bare) || fieldOf(bare) !== null;
}

/** Whether what stands under a heading is no list of papers: references, a table of contents. */
export function isReferences(text: string): boolean {
  return REFERENCES.test(bareHeading(text));
}

/** Whether a heading is that of a day: `2024-02-05`, `Daily Papers (…)`, `📅 2024년 2월 5일 논문`. */
export function isDay(text: string): boolean {
  return (
    isDailyPapers(text) ||
    (text.length <= 60 && dateInText(text) !== null && linksIn(text).length === 0)
  );
}
