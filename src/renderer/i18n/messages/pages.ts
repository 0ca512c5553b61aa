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
    'page.statistics': 'Statistics',
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

    'statistics.readPapers': 'Read',
    'statistics.unreadPapers': 'Unread',
    'statistics.papers': 'Papers',
    'statistics.readShare': 'Share read',
    'statistics.ofAll': ({ share, total }: Share) =>
      `${share} of ${plural(total, 'paper', 'papers')}`,
    'statistics.waiting': 'waiting for you',
    'statistics.streak': 'Days in a row',
    'statistics.days': ({ count }: Counted) => plural(count, 'day', 'days'),
    'statistics.longest': ({ count }: Counted) => `longest: ${plural(count, 'day', 'days')}`,
    'statistics.lately': 'Read in the last 7 days',
    'statistics.today': ({ count }: Counted) => `today: ${count.toLocaleString('en')}`,
    'statistics.readBy': 'Period',
    'statistics.byDay': 'Days',
    'statistics.byWeek': 'Weeks',
    'statistics.readByDay': 'Papers read each day',
    'statistics.readByWeek': 'Papers read each week',
    'statistics.day': 'Day',
    'statistics.weekFrom': 'Week from',
    'statistics.backlog': 'Unread over time',
    'statistics.span': 'Time',
    'statistics.span.quarter': '90 days',
    'statistics.span.year': 'A year',
    'statistics.span.all': 'All',
    'statistics.table': 'As a table',
    'statistics.votes': 'By votes',
    'statistics.votesOf': 'Votes',
    'statistics.noVotes': 'not told',
    'statistics.votesAndMore': ({ from }: { readonly from: number }) => `${from} and more`,
    'statistics.votesBetween': ({ from, to }: Between) => `${from}–${to}`,
    'statistics.authors': 'Authors',
    'statistics.author': 'Author',
    'statistics.wordsCame': 'Words of the newest papers',
    'statistics.wordsRead': 'Words of what you read last',
    'statistics.wordsRead.none': 'Nothing is marked read yet.',
    'statistics.word': 'Word',
    'statistics.how':
      'Counted are the papers of the open folders, on the days of your time zone; words in up to 1,000 papers each.',
    'statistics.empty': 'No papers yet',
    'statistics.empty.advice': 'Open a folder of digests and read: what you did appears here.',
    'statistics.counting': 'Counting',
    'statistics.again': 'Count again',
    'statistics.stopped': 'Counting was stopped',
    'statistics.stopped.advice': 'Nothing is lost. Count again when you have a moment.',
    'statistics.failed': 'The statistics could not be made',
  },
  {
    'sidebar.pages': '한눈에 보기',
    'page.day': '하루 보기',
    'page.calendar': '달력',
    'page.statistics': '통계',
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

    'statistics.readPapers': '읽음',
    'statistics.unreadPapers': '안 읽음',
    'statistics.papers': '논문',
    'statistics.readShare': '읽은 비율',
    'statistics.ofAll': ({ share, total }) => `${ko(total)} 중 ${share}`,
    'statistics.waiting': '읽을 차례를 기다리는 논문',
    'statistics.streak': '연속으로 읽은 날',
    'statistics.days': ({ count }) => `${count.toLocaleString('ko')}일`,
    'statistics.longest': ({ count }) => `최장 ${count.toLocaleString('ko')}일`,
    'statistics.lately': '최근 7일 동안 읽음',
    'statistics.today': ({ count }) => `오늘 ${count.toLocaleString('ko')}편`,
    'statistics.readBy': '기간 단위',
    'statistics.byDay': '일',
    'statistics.byWeek': '주',
    'statistics.readByDay': '날마다 읽은 논문',
    'statistics.readByWeek': '주마다 읽은 논문',
    'statistics.day': '날짜',
    'statistics.weekFrom': '주 시작일',
    'statistics.backlog': '안 읽은 논문의 추이',
    'statistics.span': '기간',
    'statistics.span.quarter': '90일',
    'statistics.span.year': '1년',
    'statistics.span.all': '전체',
    'statistics.table': '표로 보기',
    'statistics.votes': '추천 수별',
    'statistics.votesOf': '추천 수',
    'statistics.noVotes': '적히지 않음',
    'statistics.votesAndMore': ({ from }) => `${from} 이상`,
    'statistics.votesBetween': ({ from, to }) => `${from}–${to}`,
    'statistics.authors': '저자',
    'statistics.author': '저자',
    'statistics.wordsCame': '최근 논문에 자주 나온 낱말',
    'statistics.wordsRead': '최근에 읽은 논문의 낱말',
    'statistics.wordsRead.none': '아직 읽음으로 표시한 논문이 없습니다.',
    'statistics.word': '낱말',
    'statistics.how':
      '열린 폴더의 논문을 내 시간대의 날짜로 셉니다. 낱말은 논문을 1,000편까지 살펴 셉니다.',
    'statistics.empty': '아직 논문이 없습니다',
    'statistics.empty.advice': '다이제스트 폴더를 열고 읽으면 기록이 여기에 나타납니다.',
    'statistics.counting': '집계 중',
    'statistics.again': '다시 집계',
    'statistics.stopped': '집계를 멈추었습니다',
    'statistics.stopped.advice': '잃은 것은 없습니다. 여유가 있을 때 다시 집계하세요.',
    'statistics.failed': '통계를 만들지 못했습니다',
  },
);

interface Progress {
  readonly read: number;
  readonly total: number;
}

interface Counted {
  readonly count: number;
}

interface Share {
  readonly share: string;
  readonly total: number;
}

interface Between {
  readonly from: number;
  readonly to: number;
}

interface YearParams {
  readonly days: number;
  readonly papers: number;
  readonly share: string;
}
