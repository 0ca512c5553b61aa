/** What the labels of digests mean, in English, Korean, Chinese and Japanese: keys of JSON and YAML, and `Label: value`. */

export type Field =
  | 'title'
  | 'id'
  | 'doi'
  | 'link'
  | 'pdf'
  | 'project'
  | 'code'
  | 'authors'
  | 'institutions'
  | 'votes'
  | 'stars'
  | 'date'
  | 'abstract'
  | 'aiSummary'
  | 'keywords'
  | 'media';

/** As `fold` leaves them. */
const LABELS: Readonly<Record<Field, string>> = {
  title: 'title papertitle 제목 논문제목 标题 標題 论文标题 題名 题目 タイトル 論文タイトル 論文名',
  id: 'id paperid arxivid arxiv编号 arxiv번호',
  doi: 'doi',
  link: `link links url paper paperurl paperlink href page pageurl source sourceurl arxiv arxivurl arxivlink arxivpageurl
    arxivpage abs absurl abstracturl abstractlink hf hfurl huggingface huggingfaceurl htmlurl html entryid alphaxiv
    openreview acl read readpaper readmore original 链接 链接地址 论文链接 论文地址 论文 原文 原文链接 文章链接 地址 連結
    링크 논문 논문링크 원문 원문링크 원문보기 논문보기 주소 출처 リンク 論文 論文リンク 論文url 原文リンク 出典`,
  pdf: 'pdf pdfurl pdflink pdf链接 pdf링크 pdfリンク',
  project: `project projectpage projecturl projectlink homepage website webpage demo 项目 项目主页 项目地址 项目页面 主页
    프로젝트 프로젝트페이지 홈페이지 プロジェクト プロジェクトページ`,
  code: `code codeurl codelink github githubrepo githuburl githublink githublinks repo repository sourcecode 代码 代码链接
    代码地址 代码仓库 源码 开源代码 코드 소스코드 깃허브 コード ソースコード`,
  authors: `author authors by writtenby authorlist authornames creator creators 作者 论文作者 저자 지은이 글쓴이 著者 執筆者
    作成者`,
  institutions: `institution institutions institute affiliation affiliations organization organizations organisation
    organisations org orgs 机构 單位 单位 作者单位 研究机构 発表機関 機構 기관 소속 소속기관 연구기관 所属 所属機関 機関`,
  votes: `vote votes upvote upvotes likes votecount upvotecount 投票 投票数 票数 得票 得票数 赞 点赞 点赞数 赞数 추천 추천수
    투표 투표수 득표 득표수 좋아요 いいね いいね数`,
  stars: 'stars githubstars stargazers',
  date: `date day digestdate scrapeddate submittedondailyat publisheddate published publishedat publishdate pubdate
    publicationdate created createdat updated 日期 发布日期 发表日期 发布时间 날짜 게시일 발행일 日付 公開日 掲載日`,
  abstract: `abstract summary description content text body tldr 摘要 论文摘要 简介 概述 초록 요약 개요 概要 要旨 要約`,
  aiSummary: 'aisummary',
  keywords: `keyword keywords aikeywords tag tags category categories topics 关键词 关键字 标签 분야 키워드 태그 キーワード
    タグ`,
  media:
    'media mediaurl mediaurls thumbnail thumbnailurl image images imageurl video videourl figure',
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.split(/\s+/).map((label): [string, Field] => [label, field as Field]),
  ),
);

/** The longest label, with room for what `fold` takes away. */
const MAX_LABEL = 60;

/** The field that a label or key means (`**论文链接**`, `published_at`, `👥 Authors`), or null. */
export function fieldOf(label: string): Field | null {
  return label.length > MAX_LABEL ? null : (FIELDS.get(fold(label)) ?? null);
}

function fold(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
