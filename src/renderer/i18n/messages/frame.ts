import { READ_NEXT_NAMES } from '../../../shared/model.ts';
import { withParticle } from '../../../shared/particle.ts';
import { defineMessages, plural } from '../define.ts';

interface Counted {
  readonly count: number;
}
interface Listed {
  readonly list: string;
}
/** The key of a command as the reader has it now; '' when it has none. */
interface Keyed {
  readonly key: string;
}

const papers = (count: number): string => plural(count, 'paper', 'papers');
const ko = (count: number): string => `논문 ${count.toLocaleString('ko')}편`;
/** Words of the window's frame: sidebar, list, toasts, dialogs of folders and lists, connection. */
export const frame = defineMessages(
  {
    'pane.sidebar': 'Sidebar',
    'pane.list': 'Papers',
    'pane.reader': 'Paper',
    'sidebar.show': 'Show the sidebar',
    'splitter.sidebar': 'Width of the sidebar',
    'splitter.list': 'Width of the paper list',

    'view.all': 'All Papers',
    'view.unread': 'Unread',
    'view.starred': 'Starred',
    'view.noted': 'With Notes',
    'view.undated': 'No date',
    'sidebar.library': 'Library',
    'sidebar.folders': 'Folders',
    'sidebar.lists': 'Reading Lists',
    'sidebar.openFolder': 'Open a folder…',
    'sidebar.newList': 'New reading list',
    'sidebar.problems': 'Problems',
    'sidebar.settings': 'Settings',
    'sidebar.shortcuts': 'Keyboard shortcuts',
    'sidebar.unread': ({ count }: Counted) => `${count.toLocaleString('en')} unread`,
    'sidebar.actions': ({ name }: { readonly name: string }) => `Actions for ${name}`,
    'folder.missing': 'This folder is not there. Its marks and notes are kept.',
    'folder.unreadable': 'This folder cannot be read. Its marks and notes are kept.',
    'scan.walking': 'Looking for digests…',
    'scan.progress': ({ files, total }: { readonly files: number; readonly total: number }) =>
      `${files.toLocaleString('en')} of ${total.toLocaleString('en')} files`,
    'scan.reading': 'Reading digests',
    'scan.cancel': 'Stop reading this folder',
    'list.name': 'Name of the list',

    'list.count': ({ count }: Counted) => papers(count),
    'list.search': 'Search papers',
    'list.clearSearch': 'Clear the search',
    'list.unreadOnly': 'Show only unread',
    'list.markAllRead': 'Mark all read',
    'list.sort': 'Sort',
    'sort.auto': 'As in the digest',
    'sort.relevance': 'Best match',
    'sort.own': 'Own order',
    'sort.date': 'Date',
    'sort.votes': 'Votes',
    'sort.title': 'Title',
    'sort.authors': 'Authors',
    'row.unread': 'Unread',
    'row.starred': 'Starred',
    'row.noted': 'With a note',
    'row.image': 'With a picture',
    'row.video': 'With a video',
    'row.votes': ({ count }: Counted) => plural(count, 'vote', 'votes'),
    'row.loading': 'Loading',
    'list.noMoreUnread': 'No more unread papers here.',
    'list.nothingSelected': 'Select a paper first.',
    'list.nothingToMark': 'There is nothing to mark here.',

    'empty.scanning': 'Reading your digests…',
    'empty.scanning.advice': 'The first papers appear in a moment.',
    'empty.folder': 'No papers in this folder',
    'empty.folder.advice':
      'Lectern found no digests it can read here. Problems tells what it met; or open another folder.',
    'empty.showProblems': 'Show problems',
    'empty.noFolder': 'No folder is open',
    'empty.noFolder.advice': 'Open a folder of digests to begin reading.',
    'empty.allRead': 'All read',
    'empty.allRead.advice': 'Nothing unread is left here. Well done.',
    'empty.showAll': 'Show all papers',
    'empty.showRead': 'Show read papers too',
    'empty.search': 'Nothing found',
    'empty.search.advice': ({ search }: { readonly search: string }) =>
      `No title, author, text or note here has “${search}”.`,
    'empty.searchAll': 'Search in all papers',
    'empty.clearSearch': 'Clear the search',
    'empty.starred': 'No starred papers',
    'empty.starred.advice': ({ key }: Keyed): string =>
      key === ''
        ? 'Star a paper that you want to find again.'
        : `Press ${key} on a paper that you want to find again.`,
    'empty.noted': 'No notes yet',
    'empty.noted.advice': ({ key }: Keyed): string =>
      key === ''
        ? 'Write down below a paper what you think of it.'
        : `Press ${key} on a paper to write down what you think of it.`,
    'empty.list': 'This list is empty',
    'empty.list.advice': ({ key }: Keyed): string =>
      key === ''
        ? 'Add papers from their menu, or drag them onto the list.'
        : `Press ${key} on a paper to add it to a list.`,
    'empty.smart': 'No paper matches this list’s search now',
    'empty.smart.advice': 'It fills itself as papers match. Edit the list to change its search.',
    'empty.day': 'No papers here',
    'empty.day.advice': 'The digests of this time are gone, or were never here.',

    'first.title': 'Read what matters, every morning',
    'first.text':
      'Lectern opens the folders of daily paper digests on your computer: read, mark, note, collect. Your files are never changed.',
    'first.open': 'Open a folder…',
    'first.sample': 'Try the sample digests',
    'first.drop': 'You can drop a folder here as well.',
    'first.recent': 'Opened before',

    'openPath.title': 'Open a folder',
    'openPath.label': 'Path of a folder with digests',
    'openPath.hint': 'Type a path; ~ is your home folder. Tab takes the completion.',
    'openPath.open': 'Open',
    'openPath.noMatch': 'No folder begins like this.',

    'lists.title': 'Add to list',
    'lists.filter': 'Find or name a list',
    'lists.new': ({ name }: { readonly name: string }) => `New list “${name}”`,
    'lists.none': 'No lists yet. Type a name to make one.',
    'lists.untitled': 'New list',
    'lists.hint': 'Enter adds or takes out.',

    'action.cancel': 'Cancel',
    'action.close': 'Close',
    'action.dismiss': 'Dismiss',
    'action.retry': 'Try again',
    'toasts.label': 'Notices',

    'undo.action': 'Undo',
    'redo.action': 'Redo',
    'undo.nothing': 'There is nothing to undo.',
    'redo.nothing': 'There is nothing to redo.',
    'undo.done': ({ text }: { readonly text: string }) => `Undone: ${text}`,
    'redo.done': ({ text }: { readonly text: string }) => `Done again: ${text}`,
    'copied.done': 'Copied.',

    'change.read': ({ count }: Counted) => `${papers(count)} marked read`,
    'change.unread': ({ count }: Counted) => `${papers(count)} marked unread`,
    'change.starred': ({ count }: Counted) => `${papers(count)} starred`,
    'change.unstarred': ({ count }: Counted) => `Star removed from ${papers(count)}`,
    'change.noted': 'Note saved',
    'change.noteDeleted': 'Note deleted',
    'change.listPut': ({ list }: Listed) => `List “${list}” created`,
    'change.listUpdated': ({ list }: Listed) => `List “${list}” changed`,
    'change.batch': ({ count }: Counted) =>
      count === 1 ? '1 paper changed' : `${count} papers changed`,
    'list.readNext': READ_NEXT_NAMES.en,
    'change.listDeleted': ({ list }: Listed) => `List “${list}” deleted`,
    'change.listAdded': ({ count, list }: Counted & Listed) =>
      `${papers(count)} added to “${list}”`,
    'change.listRemoved': ({ count, list }: Counted & Listed) =>
      `${papers(count)} removed from “${list}”`,
    'change.listOrdered': ({ list }: Listed) => `“${list}” reordered`,
    'change.settings': 'Settings changed',
    'change.mediaAllowed': 'Media allowed',
    'change.mediaBlocked': 'Media no longer loaded',
    'change.folderOpened': 'Folder opened',
    'change.folderClosed': 'Folder closed; its marks and notes are kept',

    'connection.gone': 'Lectern is not answering',
    'connection.gone.advice':
      'The program behind this page has ended or is starting again. Everything acknowledged is saved. This page connects by itself as soon as it is back.',
    'connection.unauthorised': 'This page is locked',
    'connection.unauthorised.advice':
      'Open the address that Lectern printed when it started; it carries the key to your library. This page goes on by itself afterwards.',
    'connection.waiting': 'Trying to connect…',
  },
  {
    'pane.sidebar': '사이드바',
    'pane.list': '논문 목록',
    'pane.reader': '논문',
    'sidebar.show': '사이드바 보이기',
    'splitter.sidebar': '사이드바 너비',
    'splitter.list': '논문 목록 너비',

    'view.all': '모든 논문',
    'view.unread': '안 읽음',
    'view.starred': '별표',
    'view.noted': '메모 있음',
    'view.undated': '날짜 없음',
    'sidebar.library': '라이브러리',
    'sidebar.folders': '폴더',
    'sidebar.lists': '읽기 목록',
    'sidebar.openFolder': '폴더 열기…',
    'sidebar.newList': '새 읽기 목록',
    'sidebar.problems': '문제',
    'sidebar.settings': '설정',
    'sidebar.shortcuts': '키보드 단축키',
    'sidebar.unread': ({ count }) => `${count.toLocaleString('ko')}편 안 읽음`,
    'sidebar.actions': ({ name }) => `${name} 작업`,
    'folder.missing': '폴더가 없습니다. 읽음 표시와 메모는 그대로 보관됩니다.',
    'folder.unreadable': '폴더를 읽을 수 없습니다. 읽음 표시와 메모는 그대로 보관됩니다.',
    'scan.walking': '다이제스트를 찾는 중…',
    'scan.progress': ({ files, total }) =>
      `파일 ${total.toLocaleString('ko')}개 중 ${files.toLocaleString('ko')}개`,
    'scan.reading': '다이제스트 읽는 중',
    'scan.cancel': '이 폴더 읽기 중단',
    'list.name': '목록 이름',

    'list.count': ({ count }) => ko(count),
    'list.search': '논문 검색',
    'list.clearSearch': '검색어 지우기',
    'list.unreadOnly': '안 읽은 논문만 보기',
    'list.markAllRead': '모두 읽음으로 표시',
    'list.sort': '정렬',
    'sort.auto': '다이제스트 순서',
    'sort.relevance': '관련도순',
    'sort.own': '내가 정한 순서',
    'sort.date': '날짜',
    'sort.votes': '추천',
    'sort.title': '제목',
    'sort.authors': '저자',
    'row.unread': '안 읽음',
    'row.starred': '별표',
    'row.noted': '메모 있음',
    'row.image': '그림 있음',
    'row.video': '영상 있음',
    'row.votes': ({ count }) => `추천 ${count.toLocaleString('ko')}`,
    'row.loading': '불러오는 중',
    'list.noMoreUnread': '여기에는 안 읽은 논문이 더 없습니다.',
    'list.nothingSelected': '먼저 논문을 선택하세요.',
    'list.nothingToMark': '여기에는 표시할 논문이 없습니다.',

    'empty.scanning': '다이제스트를 읽는 중…',
    'empty.scanning.advice': '곧 첫 논문이 나타납니다.',
    'empty.folder': '이 폴더에는 논문이 없습니다',
    'empty.folder.advice':
      '읽을 수 있는 다이제스트를 찾지 못했습니다. 무엇을 만났는지는 문제에서 볼 수 있고, 다른 폴더를 열 수도 있습니다.',
    'empty.showProblems': '문제 보기',
    'empty.noFolder': '열린 폴더가 없습니다',
    'empty.noFolder.advice': '다이제스트 폴더를 열면 읽기 시작할 수 있습니다.',
    'empty.allRead': '모두 읽었습니다',
    'empty.allRead.advice': '여기에는 안 읽은 논문이 없습니다. 수고하셨습니다.',
    'empty.showAll': '모든 논문 보기',
    'empty.showRead': '읽은 논문도 보기',
    'empty.search': '찾은 논문이 없습니다',
    'empty.search.advice': ({ search }) =>
      `여기에는 제목, 저자, 본문, 메모에 “${search}” 검색어가 있는 논문이 없습니다.`,
    'empty.searchAll': '모든 논문에서 검색',
    'empty.clearSearch': '검색어 지우기',
    'empty.starred': '별표한 논문이 없습니다',
    'empty.starred.advice': ({ key }) =>
      key === ''
        ? '다시 찾고 싶은 논문에 별표를 표시하세요.'
        : `다시 찾고 싶은 논문에서 ${key} 키를 누르세요.`,
    'empty.noted': '아직 메모가 없습니다',
    'empty.noted.advice': ({ key }) =>
      key === ''
        ? '논문 아래 메모에 생각을 적어 두세요.'
        : `논문에서 ${key} 키를 눌러 생각을 적어 두세요.`,
    'empty.list': '비어 있는 목록입니다',
    'empty.list.advice': ({ key }) =>
      key === ''
        ? '논문의 메뉴에서 추가하거나 논문을 목록으로 끌어다 놓으세요.'
        : `논문에서 ${key} 키를 누르면 목록에 추가할 수 있습니다.`,
    'empty.smart': '지금 이 목록의 검색에 맞는 논문이 없습니다',
    'empty.smart.advice':
      '맞는 논문이 생기면 저절로 채워집니다. 검색은 목록을 편집해 바꿀 수 있습니다.',
    'empty.day': '여기에는 논문이 없습니다',
    'empty.day.advice': '이 기간의 다이제스트가 사라졌거나 원래 없습니다.',

    'first.title': '매일 아침, 중요한 논문만 읽기',
    'first.text':
      '컴퓨터에 있는 일일 논문 다이제스트 폴더를 열어 읽고, 표시하고, 메모하고, 모아 둘 수 있습니다. 원본 파일은 절대 바뀌지 않습니다.',
    'first.open': '폴더 열기…',
    'first.sample': '예제 다이제스트로 시작하기',
    'first.drop': '폴더를 이곳에 끌어다 놓아도 됩니다.',
    'first.recent': '전에 연 폴더',

    'openPath.title': '폴더 열기',
    'openPath.label': '다이제스트 폴더의 경로',
    'openPath.hint': '경로를 입력하세요. ~는 홈 폴더이고, Tab 키로 자동 완성합니다.',
    'openPath.open': '열기',
    'openPath.noMatch': '이렇게 시작하는 폴더가 없습니다.',

    'lists.title': '목록에 추가',
    'lists.filter': '목록 찾기 또는 새 이름',
    'lists.new': ({ name }) => `새 목록 “${name}”`,
    'lists.none': '아직 목록이 없습니다. 이름을 입력해 만드세요.',
    'lists.untitled': '새 목록',
    'lists.hint': 'Enter 키로 넣거나 뺍니다.',

    'action.cancel': '취소',
    'action.close': '닫기',
    'action.dismiss': '알림 닫기',
    'action.retry': '다시 시도',
    'toasts.label': '알림',

    'undo.action': '실행 취소',
    'redo.action': '다시 실행',
    'undo.nothing': '취소할 작업이 없습니다.',
    'redo.nothing': '다시 실행할 작업이 없습니다.',
    'undo.done': ({ text }) => `실행 취소: ${text}`,
    'redo.done': ({ text }) => `다시 실행: ${text}`,
    'copied.done': '복사했습니다.',

    'change.read': ({ count }) => `${ko(count)} 읽음으로 표시`,
    'change.unread': ({ count }) => `${ko(count)} 안 읽음으로 표시`,
    'change.starred': ({ count }) => `${ko(count)} 별표 표시`,
    'change.unstarred': ({ count }) => `${ko(count)} 별표 해제`,
    'change.noted': '메모 저장',
    'change.noteDeleted': '메모 삭제',
    'change.listPut': ({ list }) => `“${list}” 목록 만들기`,
    'change.listUpdated': ({ list }) => `목록 “${list}” 변경`,
    'change.batch': ({ count }) => `논문 ${count}편 변경`,
    'list.readNext': READ_NEXT_NAMES.ko,
    'change.listDeleted': ({ list }) => `“${list}” 목록 삭제`,
    'change.listAdded': ({ count, list }) =>
      `${withParticle(ko(count), '을', '를')} “${list}”에 추가`,
    'change.listRemoved': ({ count, list }) =>
      `${withParticle(ko(count), '을', '를')} “${list}”에서 제거`,
    'change.listOrdered': ({ list }) => `“${list}” 순서 변경`,
    'change.settings': '설정 변경',
    'change.mediaAllowed': '미디어 허용',
    'change.mediaBlocked': '미디어 허용 해제',
    'change.folderOpened': '폴더 열기',
    'change.folderClosed': '폴더 닫기 (읽음 표시와 메모는 보관됨)',

    'connection.gone': 'Lectern이 응답하지 않습니다',
    'connection.gone.advice':
      '이 페이지 뒤의 프로그램이 끝났거나 다시 시작하는 중입니다. 저장된 내용은 안전합니다. 프로그램이 돌아오면 자동으로 다시 연결됩니다.',
    'connection.unauthorised': '잠긴 페이지입니다',
    'connection.unauthorised.advice':
      'Lectern이 시작할 때 출력한 주소를 여세요. 그 주소에 라이브러리의 열쇠가 들어 있습니다. 그러면 이 페이지도 자동으로 이어집니다.',
    'connection.waiting': '연결하는 중…',
  },
);
