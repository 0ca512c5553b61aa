import { defineMessages, plural } from '../define.ts';

interface Counted {
  readonly count: number;
}

interface Course {
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
}

/** Words of the reading pane: paper, media, note. */
export const reader = defineMessages(
  {
    'reader.empty': 'No paper selected',
    'reader.empty.advice': ({ key }: { readonly key: string }): string =>
      key === '' ? 'Choose a paper in the list.' : `Choose a paper in the list, or press ${key}.`,
    'reader.tools': 'Paper and text',
    'reader.backToList': 'Back to the list',
    'reader.focusMode': 'Only the paper',
    'pane.reader.text': 'Text of the paper',
    'reader.day': ({ date }: { readonly date: string }) => `Also on ${date}`,
    'reader.day.unread': ({ unread, count }: { readonly unread: number } & Counted) =>
      unread === 0
        ? `${plural(count, 'paper', 'papers')}, all read`
        : `${plural(count, 'paper', 'papers')}, ${unread.toLocaleString('en')} unread`,
    'reader.day.none': 'There are no other papers of this day.',
    'lightbox.title': ({ number }: { readonly number: number }) => `Picture ${number}, enlarged`,
    'lightbox.open': ({ number }: { readonly number: number }) => `Enlarge picture ${number}`,
    'lightbox.zoom': ({ percent }: { readonly percent: string }) => `${percent}%`,
    'lightbox.larger': 'Larger',
    'lightbox.smaller': 'Smaller',
    'lightbox.next': 'Next picture',
    'lightbox.previous': 'Previous picture',
    'lightbox.none': 'This paper has no picture.',
    'lightbox.blocked': 'The pictures of this paper have not been loaded.',
    'find.label': 'Find in this paper',
    'find.none': 'Not found',
    'find.place': ({ at, count }: { readonly at: number; readonly count: number }) =>
      `${at.toLocaleString('en')} of ${count.toLocaleString('en')}`,
    'find.next': 'Next place',
    'find.previous': 'Previous place',
    'find.close': 'End the search',
    'reader.failed': 'This paper could not be read',
    'reader.votes': ({ count }: Counted) => plural(count, 'vote', 'votes'),
    'reader.authors': 'Authors',
    'reader.authors.all': ({ count }: Counted) => `Show all ${count.toLocaleString('en')} authors`,
    'reader.authors.few': 'Show fewer',
    'reader.links': 'Links of this paper',
    'reader.link.abstract': 'Abstract',
    'reader.link.pdf': 'PDF',
    'reader.link.page': 'Page',
    'reader.link.project': 'Project',
    'reader.link.code': 'Code',
    'reader.star': 'Star',
    'reader.unstar': 'Remove the star',
    'reader.markRead': 'Mark read',
    'reader.markUnread': 'Mark unread',
    'reader.addToList': 'Add to list…',
    'reader.votes.none': 'not stated',
    'reader.votes.course': ({ first, last, from, to }: Course) =>
      `Votes over time: ${first.toLocaleString('en')} on ${from}, ${last.toLocaleString('en')} on ${to}`,
    'reader.appearances': 'In these digests',
    'reader.appearances.day': 'Day',
    'reader.appearances.votes': 'Votes then',
    'reader.appearances.file': 'File',
    'reader.appearances.all': ({ count }: Counted) =>
      `Show all ${count.toLocaleString('en')} digests`,
    'reader.appearances.few': 'Show fewer',
    'reader.appearances.open': ({ date }: { readonly date: string }) =>
      `Show the digest of ${date}`,
    'reader.noDate': 'no date',
    'reader.summary': 'Summary',
    'reader.summary.of': ({ date }: { readonly date: string }) => `Summary of ${date}`,
    'reader.summary.undated': 'Summary without a date',
    'reader.summary.all': ({ count }: Counted) =>
      `Show all ${count.toLocaleString('en')} earlier summaries`,
    'reader.summary.none': 'The digest has no summary of this paper.',
    'reader.text.cut': 'This text is very long. Only its beginning is shown.',

    'media.title': 'Media',
    'media.image': 'Picture',
    'media.video': 'Video',
    'media.alt': ({ number }: { readonly number: number }) => `Picture ${number} of this paper`,
    'media.blocked': ({ site }: { readonly site: string }) => `From ${site}, not loaded yet`,
    'media.why': 'Loading tells that site that you are reading this.',
    'media.load': 'Load',
    'media.loadFolder': 'Always for this folder',
    'media.loadAlways': 'Always',
    'media.failed.image': 'This picture could not be loaded.',
    'media.failed.video': 'This video could not be loaded or played.',
    'media.openInBrowser': 'Open in the browser',

    'note.title': 'Note',
    'note.label': 'Note about this paper',
    'note.placeholder': 'Write what you think of it. Markdown and $math$ work.',
    'note.write': 'Write',
    'note.preview': 'Preview',
    'note.mode': 'Write or preview',
    'note.status.saved': 'Saved',
    'note.status.locked': 'Only for reading: nothing can be written now',
    'note.status.saving': 'Saving…',
    'note.status.failed': ({ reason }: { readonly reason: string }) =>
      `Not saved: ${reason} Your text is kept here and tried again.`,
    'note.failedElsewhere': ({ reason }: { readonly reason: string }) =>
      `A note is not saved: ${reason} It is kept and tried again.`,
    'note.nothing': 'Nothing written yet.',
  },
  {
    'reader.empty': '선택한 논문이 없습니다',
    'reader.empty.advice': ({ key }) =>
      key === '' ? '목록에서 논문을 고르세요.' : `목록에서 논문을 고르거나 ${key} 키를 누르세요.`,
    'reader.tools': '논문과 글',
    'reader.backToList': '목록으로 돌아가기',
    'reader.focusMode': '논문만 보기',
    'pane.reader.text': '논문 글',
    'reader.day': ({ date }) => `${date}의 다른 논문`,
    'reader.day.unread': ({ unread, count }) =>
      unread === 0
        ? `${count.toLocaleString('ko')}편, 모두 읽음`
        : `${count.toLocaleString('ko')}편, 안 읽음 ${unread.toLocaleString('ko')}편`,
    'reader.day.none': '같은 날의 다른 논문이 없습니다.',
    'lightbox.title': ({ number }) => `크게 본 그림 ${number}`,
    'lightbox.open': ({ number }) => `그림 ${number} 크게 보기`,
    'lightbox.zoom': ({ percent }) => `${percent}%`,
    'lightbox.larger': '크게',
    'lightbox.smaller': '작게',
    'lightbox.next': '다음 그림',
    'lightbox.previous': '이전 그림',
    'lightbox.none': '이 논문에는 그림이 없습니다.',
    'lightbox.blocked': '이 논문의 그림을 아직 불러오지 않았습니다.',
    'find.label': '이 논문에서 찾기',
    'find.none': '찾은 것이 없습니다',
    'find.place': ({ at, count }) =>
      `${count.toLocaleString('ko')}곳 중 ${at.toLocaleString('ko')}번째`,
    'find.next': '다음 위치',
    'find.previous': '이전 위치',
    'find.close': '찾기 끝내기',
    'reader.failed': '이 논문을 읽지 못했습니다',
    'reader.votes': ({ count }) => `추천 ${count.toLocaleString('ko')}`,
    'reader.authors': '저자',
    'reader.authors.all': ({ count }) => `저자 ${count.toLocaleString('ko')}명 모두 보기`,
    'reader.authors.few': '접기',
    'reader.links': '이 논문의 링크',
    'reader.link.abstract': '초록',
    'reader.link.pdf': 'PDF',
    'reader.link.page': '페이지',
    'reader.link.project': '프로젝트',
    'reader.link.code': '코드',
    'reader.star': '별표',
    'reader.unstar': '별표 해제',
    'reader.markRead': '읽음으로 표시',
    'reader.markUnread': '안 읽음으로 표시',
    'reader.addToList': '목록에 추가…',
    'reader.votes.none': '표시 없음',
    'reader.votes.course': ({ first, last, from, to }) =>
      `추천 추이: ${from} ${first.toLocaleString('ko')}, ${to} ${last.toLocaleString('ko')}`,
    'reader.appearances': '실린 다이제스트',
    'reader.appearances.day': '날짜',
    'reader.appearances.votes': '그날의 추천',
    'reader.appearances.file': '파일',
    'reader.appearances.all': ({ count }) => `다이제스트 ${count.toLocaleString('ko')}개 모두 보기`,
    'reader.appearances.few': '접기',
    'reader.appearances.open': ({ date }) => `${date} 다이제스트 보기`,
    'reader.noDate': '날짜 없음',
    'reader.summary': '요약',
    'reader.summary.of': ({ date }) => `${date} 요약`,
    'reader.summary.undated': '날짜 없는 요약',
    'reader.summary.all': ({ count }) => `이전 요약 ${count.toLocaleString('ko')}개 모두 보기`,
    'reader.summary.none': '다이제스트에 이 논문의 요약이 없습니다.',
    'reader.text.cut': '글이 매우 길어 앞부분만 보여 줍니다.',

    'media.title': '미디어',
    'media.image': '그림',
    'media.video': '영상',
    'media.alt': ({ number }) => `이 논문의 그림 ${number}`,
    'media.blocked': ({ site }) => `${site}에서 아직 불러오지 않음`,
    'media.why': '불러오면 그 사이트가 이 글을 읽는다는 것을 알게 됩니다.',
    'media.load': '불러오기',
    'media.loadFolder': '이 폴더는 항상',
    'media.loadAlways': '항상',
    'media.failed.image': '그림을 불러오지 못했습니다.',
    'media.failed.video': '영상을 불러오거나 재생하지 못했습니다.',
    'media.openInBrowser': '브라우저에서 열기',

    'note.title': '메모',
    'note.label': '이 논문에 대한 메모',
    'note.placeholder': '생각을 적어 두세요. 마크다운과 $수식$을 쓸 수 있습니다.',
    'note.write': '쓰기',
    'note.preview': '미리보기',
    'note.mode': '쓰기 또는 미리보기',
    'note.status.saved': '저장됨',
    'note.status.locked': '읽기 전용이라 지금은 쓸 수 없습니다',
    'note.status.saving': '저장하는 중…',
    'note.status.failed': ({ reason }) =>
      `저장하지 못했습니다: ${reason} 글은 여기 그대로 있고 다시 시도합니다.`,
    'note.failedElsewhere': ({ reason }) =>
      `메모를 저장하지 못했습니다: ${reason} 글은 그대로 두고 다시 시도합니다.`,
    'note.nothing': '아직 쓴 내용이 없습니다.',
  },
);
