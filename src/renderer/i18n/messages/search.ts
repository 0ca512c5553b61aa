import { withParticle } from '../../../shared/particle.ts';
import { defineMessages, plural } from '../define.ts';

interface Named {
  readonly name: string;
}
interface Within extends Named {
  /** The smart list whose search it is. */
  readonly within: string;
}
interface Valued {
  readonly operator: string;
  readonly value: string;
  /** What the operator takes. */
  readonly takes: string;
}

/** Words of searching: what can be typed, what was not understood, sorts and groups. */
export const search = defineMessages(
  {
    'search.completions': 'What can be typed',
    'search.help.words': 'Words must all occur. In quotes they stand in a row.',
    'search.help.minus': '-word leaves out; OR finds either; (…) groups.',
    'search.help.initials': 'ㄱㅎㅎㅅ finds 강화학습.',
    'search.op.author': 'Name of an author',
    'search.op.title': 'Words of the title',
    'search.op.note': 'Words of your notes',
    'search.op.date': 'Day, month, year or a range',
    'search.op.votes': 'More, fewer or a range of votes',
    'search.op.is': 'Unread, read or starred',
    'search.op.has': 'Note, video, code and more',
    'search.op.list': 'Papers of a list',
    'search.op.in': 'Papers of a folder',
    'search.is.unread': 'Not read yet',
    'search.is.read': 'Already read',
    'search.is.starred': 'With a star',
    'search.has.note': 'With a note',
    'search.has.image': 'With a picture',
    'search.has.video': 'With a video',
    'search.has.media': 'With a picture or a video',
    'search.has.code': 'With a link to code',
    'search.has.project': 'With a project page',
    'search.has.pdf': 'With a link to a PDF',
    'search.has.abstract': 'With a link to the abstract',
    'search.has.summary': 'With a summary',
    'search.has.votes': 'With votes stated',
    'search.has.authors': 'With authors stated',
    'search.has.date': 'Of a known day',
    'search.has.list': 'In one of your lists',
    'search.date.today': 'Of today',
    'search.date.week': 'Of the last seven days',
    'search.date.month': 'Of this month',
    'search.date.year': 'Of this year',
    'search.votes.over': ({ count }: { readonly count: number }) =>
      `More than ${plural(count, 'vote', 'votes')}`,
    'search.takes.date': '2024-02, 2024-02-05.., 7d',
    'search.takes.votes': '>20, 5..20',
    'search.takes.name': 'a name',
    'search.takes.words': 'words',
    'search.hint.value': ({ operator, value, takes }: Valued) =>
      value === ''
        ? `${operator}: takes ${takes}.`
        : `${operator}: does not take “${value}”, so it is left out. It takes ${takes}.`,
    'search.hint.unknownOperator': ({
      typed,
      meant,
    }: {
      readonly typed: string;
      readonly meant: string;
    }) => `“${typed}:” is searched for as a word. Did you mean ${meant}: ?`,
    'search.hint.noList': ({ name }: Named) =>
      `No list is called “${name}”; this part is left out.`,
    'search.hint.noList.within': ({ name, within }: Within) =>
      `The search of “${within}” names the list “${name}”, which is not there: that part holds nothing. Edit the list’s search.`,
    'search.hint.noFolder': ({ name }: Named) =>
      `No open folder is called “${name}”; this part is left out.`,
    'search.hint.noFolder.within': ({ name, within }: Within) =>
      `The search of “${within}” names the folder “${name}”, which is not open: that part holds nothing. Open it, or edit the list’s search.`,
    'search.hint.cycle': ({ name }: Named) =>
      `The search of “${name}” asks for that list itself; that part holds nothing.`,
    'search.didYouMean': 'Did you mean',
    'search.keep': 'Keep this search as a smart list',
    'search.keep.nothing': 'Type a search first.',
    'sort.added': 'Date added',
    'group.none': 'No groups',
    'group.day': 'By day',
    'group.votes': 'By votes',
    'group.noDay': 'No date',
    'group.noVotes': 'No votes stated',
    'group.band': ({ least, most }: { readonly least: number; readonly most: number | null }) =>
      most === null
        ? `${least.toLocaleString('en')} votes and more`
        : least === most
          ? plural(least, 'vote', 'votes')
          : `${least}–${most} votes`,
  },
  {
    'search.completions': '입력할 수 있는 것',
    'search.help.words': '낱말은 모두 들어 있어야 합니다. 따옴표 안의 낱말은 이어져 있어야 합니다.',
    'search.help.minus': '-낱말은 제외, OR는 둘 중 하나, (…)는 묶음입니다.',
    'search.help.initials': 'ㄱㅎㅎㅅ으로 강화학습을 찾습니다.',
    'search.op.author': '저자 이름',
    'search.op.title': '제목의 낱말',
    'search.op.note': '내 메모의 낱말',
    'search.op.date': '날, 달, 해 또는 기간',
    'search.op.votes': '추천 수의 범위',
    'search.op.is': '안읽음, 읽음, 별표',
    'search.op.has': '메모, 영상, 코드 등',
    'search.op.list': '목록에 든 논문',
    'search.op.in': '폴더에 든 논문',
    'search.is.unread': '아직 읽지 않은 논문',
    'search.is.read': '이미 읽은 논문',
    'search.is.starred': '별표한 논문',
    'search.has.note': '메모가 있는 논문',
    'search.has.image': '그림이 있는 논문',
    'search.has.video': '영상이 있는 논문',
    'search.has.media': '그림이나 영상이 있는 논문',
    'search.has.code': '코드 링크가 있는 논문',
    'search.has.project': '프로젝트 페이지가 있는 논문',
    'search.has.pdf': 'PDF 링크가 있는 논문',
    'search.has.abstract': '초록 링크가 있는 논문',
    'search.has.summary': '요약이 있는 논문',
    'search.has.votes': '추천 수가 적힌 논문',
    'search.has.authors': '저자가 적힌 논문',
    'search.has.date': '날짜를 아는 논문',
    'search.has.list': '내 목록에 든 논문',
    'search.date.today': '오늘의 논문',
    'search.date.week': '지난 7일의 논문',
    'search.date.month': '이번 달의 논문',
    'search.date.year': '올해의 논문',
    'search.votes.over': ({ count }) => `추천이 ${count.toLocaleString('ko')}보다 많은 논문`,
    'search.takes.date': '2024-02, 2024-02-05.., 7일',
    'search.takes.votes': '>20, 5..20',
    'search.takes.name': '이름',
    'search.takes.words': '낱말',
    'search.hint.value': ({ operator, value, takes }) =>
      value === ''
        ? `${operator}: 뒤에는 ${takes} 등을 씁니다.`
        : `${operator}:에 ${withParticle(`“${value}”`, '은', '는')} 쓸 수 없어 빼고 찾았습니다. ${takes} 등을 씁니다.`,
    'search.hint.unknownOperator': ({ typed, meant }) =>
      `${withParticle(`“${typed}:”`, '을', '를')} 낱말로 찾았습니다. ${withParticle(`${meant}:`, '을', '를')} 뜻하셨나요?`,
    'search.hint.noList': ({ name }) => `“${name}” 목록이 없어 이 부분은 빼고 찾았습니다.`,
    'search.hint.noList.within': ({ name, within }) =>
      `“${within}”의 검색에 있는 “${name}” 목록이 없어 그 부분에는 논문이 없습니다. 목록의 검색을 고쳐 주세요.`,
    'search.hint.noFolder': ({ name }) =>
      `열린 폴더 중에 ${withParticle(`“${name}”`, '이', '가')} 없어 빼고 찾았습니다.`,
    'search.hint.noFolder.within': ({ name, within }) =>
      `“${within}”의 검색에 있는 “${name}” 폴더가 열려 있지 않아 그 부분에는 논문이 없습니다. 폴더를 열거나 목록의 검색을 고쳐 주세요.`,
    'search.hint.cycle': ({ name }) =>
      `“${name}”의 검색이 그 목록 자신을 찾으므로 그 부분에는 논문이 없습니다.`,
    'search.didYouMean': '이 검색을 뜻하셨나요?',
    'search.keep': '이 검색을 스마트 목록으로 보관',
    'search.keep.nothing': '먼저 검색어를 입력하세요.',
    'sort.added': '추가된 날',
    'group.none': '묶지 않음',
    'group.day': '날짜별',
    'group.votes': '추천별',
    'group.noDay': '날짜 없음',
    'group.noVotes': '추천 수 없음',
    'group.band': ({ least, most }) =>
      most === null
        ? `추천 ${least.toLocaleString('ko')} 이상`
        : least === most
          ? `추천 ${least}`
          : `추천 ${least}–${most}`,
  },
);
