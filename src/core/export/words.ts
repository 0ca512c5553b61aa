/** The few words that an export adds to what it holds, in the reader's language. */
import type { ExportLanguage } from '../../shared/model.ts';

interface Words {
  readonly authors: string;
  readonly date: string;
  readonly votes: string;
  readonly abstract: string;
  readonly pdf: string;
  readonly project: string;
  readonly code: string;
  readonly note: string;
  readonly summary: string;
  readonly papers: (count: number) => string;
}

export const WORDS: Readonly<Record<ExportLanguage, Words>> = {
  en: {
    authors: 'Authors',
    date: 'Date',
    votes: 'Votes',
    abstract: 'Abstract',
    pdf: 'PDF',
    project: 'Project',
    code: 'Code',
    note: 'Note',
    summary: 'Summary',
    papers: (count) => (count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`),
  },
  ko: {
    authors: '저자',
    date: '날짜',
    votes: '추천',
    abstract: '초록',
    pdf: 'PDF',
    project: '프로젝트',
    code: '코드',
    note: '메모',
    summary: '요약',
    papers: (count) => `논문 ${count.toLocaleString('ko')}편`,
  },
};
