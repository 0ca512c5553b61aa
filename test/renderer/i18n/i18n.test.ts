import { afterEach, describe, expect, it } from 'vitest';
import { changeText } from '../../../src/renderer/i18n/change-text.ts';
import { errorText } from '../../../src/renderer/i18n/error-text.ts';
import { formatDate, localeOf, setLocale, t } from '../../../src/renderer/i18n/i18n.svelte.ts';
import { dialogs } from '../../../src/renderer/i18n/messages/dialogs.ts';
import { faults } from '../../../src/renderer/i18n/messages/faults.ts';
import { frame } from '../../../src/renderer/i18n/messages/frame.ts';
import { reader } from '../../../src/renderer/i18n/messages/reader.ts';
import { READ_NEXT } from '../../../src/shared/model.ts';
import { dateText } from '../../../src/renderer/views/view-title.ts';

/** Names that are the same in both. */
const NAMES = ['export.bibtex', 'problems.app', 'reader.link.pdf'];

afterEach(() => setLocale('en'));

describe('the dictionaries', () => {
  const parts = Object.entries({ frame, faults, reader, dialogs });

  it.each(parts)(
    '%s: every message is there in both languages, and none is empty',
    (_, { en, ko }) => {
      expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
      for (const text of [...Object.values<unknown>(en), ...Object.values<unknown>(ko)])
        expect(text).not.toBe('');
    },
  );

  it.each(parts)('%s: Korean messages are Korean', (_, { ko }) => {
    const same = Object.entries(ko).filter(
      ([, text]) => typeof text === 'string' && !/[가-힣]/.test(text),
    );
    expect(same.map(([key]) => key).filter((key) => !NAMES.includes(key))).toEqual([]);
  });

  it('do not say one thing in two places', () => {
    const keys = parts.flatMap(([, { en }]) => Object.keys(en));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('messages', () => {
  it('count in English with plurals and in Korean with counters', () => {
    const label = { kind: 'read', value: true, name: null, list: null } as const;
    expect(changeText({ ...label, papers: 1 })).toBe('1 paper marked read');
    expect(changeText({ ...label, papers: 2_000 })).toBe('2,000 papers marked read');
    setLocale('ko');
    expect(changeText({ ...label, papers: 2_000 })).toBe('논문 2,000편 읽음으로 표시');
  });

  it('join Korean particles as the word before them ends', () => {
    setLocale('ko');
    expect(t('change.listAdded', { count: 3, list: '세미나' })).toBe('논문 3편을 “세미나”에 추가');
    expect(t('search.hint.unknownOperator', { typed: '저저', meant: '저자' })).toBe(
      '“저저:”를 낱말로 찾았습니다. 저자:를 뜻하셨나요?',
    );
  });

  it('call the queue as it is called on screen, and another list of its name by that', () => {
    const added = { kind: 'list.add', value: true, papers: 1, name: 'Read next' } as const;
    expect(changeText({ ...added, list: READ_NEXT })).toBe('1 paper added to “Read Next”');
    setLocale('ko');
    expect(changeText({ ...added, list: READ_NEXT })).toBe('논문 1편을 “다음에 읽기”에 추가');
    expect(changeText({ ...added, list: 'own' })).toBe('논문 1편을 “Read next”에 추가');
  });

  it('tell an error by its code, with what it is about', () => {
    setLocale('ko');
    expect(errorText({ code: 'folder-missing', subject: '/x' })).toBe('그런 폴더가 없습니다. (/x)');
  });

  it('name days, months and years in the language, whatever the time zone', () => {
    expect(formatDate('2024-02-05', 'day')).toBe('Mon, February 5, 2024');
    expect(dateText('2024-02', true)).toBe('February');
    expect(dateText('', true)).toBe('No date');
    setLocale('ko');
    expect(dateText('2024-02-05', false)).toBe('2024년 2월 5일 월요일');
    expect(dateText('2024-02', false)).toBe('2024년 2월');
  });

  it('follow the system’s first language that Lectern speaks', () => {
    expect(localeOf('system', ['fr-FR', 'ko-KR', 'en-US'])).toBe('ko');
    expect(localeOf('system', ['en-GB', 'ko'])).toBe('en');
    expect(localeOf('system', ['kok-IN'])).toBe('en');
    expect(localeOf('ko', ['en'])).toBe('ko');
  });
});
