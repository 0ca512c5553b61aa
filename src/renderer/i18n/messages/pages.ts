import { defineMessages, plural } from '../define.ts';

interface DayParams {
  readonly day: string;
  readonly total: number;
  readonly read: number;
}

const ko = (count: number): string => `논문 ${count.toLocaleString('ko')}편`;

/** Words of the pages that stand in place of the papers: calendar, a day's front page, statistics. */
export const pages = defineMessages(
  {
    'sidebar.pages': 'Overviews',
    'page.day': 'Day at a glance',
    'page.calendar': 'Calendar',
    'page.close': 'Back to the papers',
    'page.loading': 'Loading…',

    'day.progress': ({ read, total }: Progress) =>
      `${read.toLocaleString('en')} of ${plural(total, 'paper', 'papers')} read`,
    'day.isRead': 'Read',
    'day.markRead': 'Mark the day read',
    'day.previous': 'Earlier day',
    'day.next': 'Later day',
    'day.isNewest': 'This is the newest day.',
    'day.isOldest': 'This is the oldest day.',
    'day.loadPictures': 'Load pictures',

    'calendar.previousYear': 'Previous year',
    'calendar.nextYear': 'Next year',
    'calendar.newest': 'Newest day',
    'calendar.summary': ({ days, papers, share }: YearParams) =>
      `${plural(days, 'day', 'days')}, ${plural(papers, 'paper', 'papers')}, ${share} read`,
    'calendar.day': ({ day, total, read }: DayParams) =>
      `${day}: ${plural(total, 'paper', 'papers')}, ${read.toLocaleString('en')} read`,
    'calendar.noPapers': ({ day }: { readonly day: string }) => `${day}: no papers`,
    'calendar.fewer': 'fewer',
    'calendar.more': 'more papers',
    'calendar.read': 'The bar below shows how many of them are read.',
    'calendar.empty': 'No digests with a date yet',
    'calendar.empty.advice': 'Days appear here as soon as a folder of dated digests is open.',
  },
  {
    'sidebar.pages': '한눈에 보기',
    'page.day': '하루 보기',
    'page.calendar': '달력',
    'page.close': '논문으로 돌아가기',
    'page.loading': '불러오는 중…',

    'day.progress': ({ read, total }) => `${ko(total)} 중 ${read.toLocaleString('ko')}편 읽음`,
    'day.isRead': '읽음',
    'day.markRead': '이날 모두 읽음으로 표시',
    'day.previous': '이전 날',
    'day.next': '다음 날',
    'day.isNewest': '가장 최근 날입니다.',
    'day.isOldest': '가장 오래된 날입니다.',
    'day.loadPictures': '그림 불러오기',

    'calendar.previousYear': '이전 해',
    'calendar.nextYear': '다음 해',
    'calendar.newest': '최근 날짜',
    'calendar.summary': ({ days, papers, share }) =>
      `${days.toLocaleString('ko')}일, ${ko(papers)}, ${share} 읽음`,
    'calendar.day': ({ day, total, read }) =>
      `${day}: ${ko(total)} 중 ${read.toLocaleString('ko')}편 읽음`,
    'calendar.noPapers': ({ day }) => `${day}: 논문 없음`,
    'calendar.fewer': '적음',
    'calendar.more': '논문 많음',
    'calendar.read': '아래 막대는 읽은 비율입니다.',
    'calendar.empty': '날짜가 있는 다이제스트가 아직 없습니다',
    'calendar.empty.advice': '날짜별 다이제스트 폴더를 열면 여기에 날짜가 나타납니다.',
  },
);

interface Progress {
  readonly read: number;
  readonly total: number;
}

interface YearParams {
  readonly days: number;
  readonly papers: number;
  readonly share: string;
}
