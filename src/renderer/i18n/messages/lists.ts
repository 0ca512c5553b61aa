import { defineMessages, plural } from '../define.ts';

interface Listed {
  readonly list: string;
}
interface Named {
  readonly name: string;
}
/** The key of a command as the reader has it now; '' when it has none. */
interface Keyed {
  readonly key: string;
}
interface Counted {
  readonly count: number;
}

/** Words of reading lists: their page, groups, order, the queue. */
export const lists = defineMessages(
  {
    'change.listMoved': ({ list }: Listed) => `List “${list}” moved`,
    'lists.copyOf': ({ name }: Named) => `${name} (copy)`,
    'lists.ungrouped': ({ name }: Named) => `Group “${name}” taken apart`,
    'lists.groupRenamed': ({ name }: Named) => `Group renamed to “${name}”`,
    'lists.atEnd': 'It is there already.',
    'lists.ownOrderOnly':
      'Papers are moved in a list of your own, in its own order, without a search.',
    'lists.smart': 'Smart list',
    'lists.smartRemove': 'A smart list holds what its search finds; nothing can be taken out.',
    'lists.dropHint': ({ list }: Listed) => `Drop to add to “${list}”`,
    'group.name': 'Name of the group',

    'list.edit.title': 'Edit list',
    'list.edit.name': 'Name',
    'list.edit.description': 'Description (Markdown)',
    'list.edit.group': 'Group',
    'list.edit.group.hint': 'Empty for none. A slash nests groups: Research/Agents.',
    'list.edit.query': 'Search that fills it',
    'list.edit.query.hint': 'The list holds what this search finds, always up to date.',
    'list.edit.colour': 'Colour',
    'list.edit.save': 'Save',
    'colour.none': 'None',
    'colour.red': 'Red',
    'colour.orange': 'Orange',
    'colour.yellow': 'Yellow',
    'colour.green': 'Green',
    'colour.teal': 'Teal',
    'colour.blue': 'Blue',
    'colour.purple': 'Purple',
    'colour.grey': 'Grey',

    'list.page.progress': 'Progress',
    'list.page.read': ({ read, total }: { readonly read: number; readonly total: number }) =>
      `${read.toLocaleString('en')} of ${total.toLocaleString('en')} read`,
    'list.page.papers': ({ count }: Counted) => plural(count, 'paper', 'papers'),
    'list.page.time': 'Time to read the summaries',
    'list.page.timeLeft': ({ left, all }: { readonly left: string; readonly all: string }) =>
      `${left} left of ${all}`,
    'list.page.timeHow':
      'Estimated from the length of the summaries: Korean at 500 characters a minute, other languages at 230 words a minute.',
    'list.page.timeSampled': ({ count }: Counted) =>
      `Measured on ${count.toLocaleString('en')} of them, the rest taken to be alike.`,
    'list.page.missing': ({ count }: Counted) =>
      `${plural(count, 'paper is', 'papers are')} in none of the opened folders. They stay in the list.`,
    'list.page.noDescription': 'No description yet.',
    'list.page.open': 'Read',
    'list.page.empty': 'Nothing in this list yet',
    'list.page.empty.advice': ({ key }: Keyed): string =>
      key === ''
        ? 'Drag a paper onto the list to put it here.'
        : `Press ${key} on a paper to put it here, or drag it onto the list.`,
    'list.page.query': ({ query }: { readonly query: string }) => `Filled by the search: ${query}`,
    'list.page.added': 'Started',
    'time.minutes': ({ count }: Counted) => plural(count, 'minute', 'minutes'),
    'time.hours': ({ hours, minutes }: { readonly hours: number; readonly minutes: number }) =>
      minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  },
  {
    'change.listMoved': ({ list }) => `목록 “${list}” 옮김`,
    'lists.copyOf': ({ name }) => `${name} (사본)`,
    'lists.ungrouped': ({ name }) => `그룹 “${name}” 해제`,
    'lists.groupRenamed': ({ name }) => `그룹 이름을 “${name}”(으)로 변경`,
    'lists.atEnd': '이미 그 자리에 있습니다.',
    'lists.ownOrderOnly':
      '논문 순서는 직접 만든 목록에서, 검색 없이 목록 순서로 볼 때 바꿀 수 있습니다.',
    'lists.smart': '스마트 목록',
    'lists.smartRemove': '스마트 목록에는 검색에 맞는 논문이 들어 있어 따로 뺄 수 없습니다.',
    'lists.dropHint': ({ list }) => `놓으면 “${list}”에 추가`,
    'group.name': '그룹 이름',

    'list.edit.title': '목록 편집',
    'list.edit.name': '이름',
    'list.edit.description': '설명 (마크다운)',
    'list.edit.group': '그룹',
    'list.edit.group.hint': '비우면 그룹 없음. 빗금으로 겹칩니다: 연구/에이전트.',
    'list.edit.query': '목록을 채우는 검색',
    'list.edit.query.hint': '이 검색의 결과가 언제나 최신으로 목록에 들어갑니다.',
    'list.edit.colour': '색',
    'list.edit.save': '저장',
    'colour.none': '없음',
    'colour.red': '빨강',
    'colour.orange': '주황',
    'colour.yellow': '노랑',
    'colour.green': '초록',
    'colour.teal': '청록',
    'colour.blue': '파랑',
    'colour.purple': '보라',
    'colour.grey': '회색',

    'list.page.progress': '진행',
    'list.page.read': ({ read, total }) =>
      `${total.toLocaleString('ko')}편 중 ${read.toLocaleString('ko')}편 읽음`,
    'list.page.papers': ({ count }) => `논문 ${count.toLocaleString('ko')}편`,
    'list.page.time': '요약을 읽는 시간',
    'list.page.timeLeft': ({ left, all }) => `${all} 중 ${left} 남음`,
    'list.page.timeHow':
      '요약의 길이로 어림한 값입니다. 한국어는 1분에 500자, 다른 언어는 1분에 230단어로 셉니다.',
    'list.page.timeSampled': ({ count }) =>
      `${count.toLocaleString('ko')}편을 재고 나머지는 비슷하다고 보았습니다.`,
    'list.page.missing': ({ count }) =>
      `${count.toLocaleString('ko')}편은 열린 폴더에 없습니다. 목록에는 남아 있습니다.`,
    'list.page.noDescription': '아직 설명이 없습니다.',
    'list.page.open': '읽기',
    'list.page.empty': '아직 이 목록에 논문이 없습니다',
    'list.page.empty.advice': ({ key }) =>
      key === ''
        ? '논문을 목록으로 끌어다 놓으세요.'
        : `논문에서 ${key} 키를 누르거나 논문을 목록으로 끌어다 놓으세요.`,
    'list.page.query': ({ query }) => `목록을 채우는 검색: ${query}`,
    'list.page.added': '시작',
    'time.minutes': ({ count }) => `${count.toLocaleString('ko')}분`,
    'time.hours': ({ hours, minutes }) =>
      minutes === 0 ? `${hours}시간` : `${hours}시간 ${minutes}분`,
  },
);
