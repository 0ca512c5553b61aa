/** The action table: one entry feeds key handler, native menu, help sheet, palette and README. */

export type CommandScope = 'global' | 'list' | 'reader' | 'page';

export type CommandGroup = 'file' | 'edit' | 'view' | 'go' | 'paper' | 'help';

export interface Command {
  readonly id: string;
  readonly title: { readonly en: string; readonly ko: string };
  readonly group: CommandGroup;
  /** Where its keys work: everywhere, or only while that pane may answer, or a page covers the papers. Single letters never work in a text field. */
  readonly scope: CommandScope;
  /** `Mod` is ⌘ on macOS and Ctrl elsewhere. Names are those of KeyboardEvent.key, `Space` for the space bar. */
  readonly keys: readonly string[];
}

function command<const Id extends string>(
  id: Id,
  en: string,
  ko: string,
  group: CommandGroup,
  keys: readonly string[],
  scope: CommandScope = 'global',
): Command & { readonly id: Id } {
  return { id, title: { en, ko }, group, scope, keys };
}

export const commands = [
  command('folder.open', 'Open Folder…', '폴더 열기…', 'file', ['Mod+o']),
  command('folder.openPath', 'Open This Folder', '이 폴더 열기', 'file', []),
  command('folder.openSample', 'Open the Sample Digests', '예제 다이제스트 열기', 'file', []),
  command('folder.rescan', 'Read Folders Again', '폴더 다시 읽기', 'file', ['Mod+r']),
  command('export.open', 'Export…', '내보내기…', 'file', ['Mod+e']),
  command('list.create', 'New Reading List', '새 읽기 목록', 'file', ['Mod+Shift+n']),

  command('edit.undo', 'Undo', '실행 취소', 'edit', ['Mod+z', 'z']),
  command('edit.redo', 'Redo', '다시 실행', 'edit', ['Mod+Shift+z', 'Shift+Z']),
  command('search.focus', 'Search', '검색', 'edit', ['/', 'Mod+f']),
  command('find.open', 'Find in Paper…', '논문 안에서 찾기…', 'edit', ['Mod+Shift+f']),
  command('find.next', 'Find Next', '다음 찾기', 'edit', ['Mod+g']),
  command('find.previous', 'Find Previous', '이전 찾기', 'edit', ['Mod+Shift+g']),

  command('list.next', 'Next Paper', '다음 논문', 'go', ['j', 'ArrowDown'], 'list'),
  command('list.previous', 'Previous Paper', '이전 논문', 'go', ['k', 'ArrowUp'], 'list'),
  command('list.nextUnread', 'Next Unread Paper', '다음 안 읽은 논문', 'go', ['Shift+J'], 'list'),
  command(
    'list.previousUnread',
    'Previous Unread Paper',
    '이전 안 읽은 논문',
    'go',
    ['Shift+K'],
    'list',
  ),
  command('list.first', 'First Paper', '첫 논문', 'go', ['Home', 'g'], 'list'),
  command('list.last', 'Last Paper', '마지막 논문', 'go', ['End', 'Shift+G'], 'list'),
  command('reader.advance', 'Scroll, Then Next Unread', '스크롤 후 다음 안 읽은 논문', 'go', [
    'Space',
  ]),
  command('reader.back', 'Scroll Back', '위로 스크롤', 'go', ['Shift+Space']),
  command('focus.sidebar', 'Go to Sidebar', '사이드바로 이동', 'go', ['Mod+1']),
  command('focus.list', 'Go to List', '목록으로 이동', 'go', ['Mod+2']),
  command('focus.reader', 'Go to Paper', '논문으로 이동', 'go', ['Mod+3']),

  command('paper.toggleRead', 'Mark Read or Unread', '읽음/안 읽음 표시', 'paper', ['m']),
  command('paper.markUnread', 'Mark Unread', '안 읽음으로 표시', 'paper', ['u']),
  command('paper.star', 'Star', '별표', 'paper', ['s']),
  command('paper.note', 'Write a Note', '메모 쓰기', 'paper', ['n']),
  command('note.quote', 'Quote in the Note', '메모에 인용', 'paper', ['Shift+N']),
  command('note.turn', 'Write or Read the Note', '메모 쓰기/읽기', 'paper', ['Mod+Shift+e']),
  command('note.template', 'Insert a Note Template…', '메모 서식 넣기…', 'paper', []),
  command('note.versions', 'Earlier Versions of the Note…', '메모의 이전 버전…', 'paper', []),
  command('paper.addToList', 'Add to List…', '목록에 추가…', 'paper', ['l']),
  command('paper.open', 'Open the Abstract', '초록 열기', 'paper', ['o', 'Enter']),
  command('paper.openPdf', 'Open the PDF', 'PDF 열기', 'paper', ['p']),
  command('paper.allowMedia', "Load This Paper's Media", '이 논문의 미디어 불러오기', 'paper', [
    'i',
  ]),
  command('mark.all', 'Mark All Read', '모두 읽음으로 표시', 'paper', ['Shift+A']),
  command('mark.above', 'Mark Above Read', '위쪽 모두 읽음으로 표시', 'paper', []),
  command('mark.below', 'Mark Below Read', '아래쪽 모두 읽음으로 표시', 'paper', []),

  command('view.focusMode', 'Only the Paper', '논문만 보기', 'view', ['f']),
  command('view.sidebar', 'Show or Hide the Sidebar', '사이드바 보이기/숨기기', 'view', ['Mod+b']),
  command('view.unreadOnly', 'Show Only Unread', '안 읽은 논문만 보기', 'view', ['h']),
  command('view.cleanUp', 'Clean Up Read Papers', '읽은 논문 정리', 'view', ['c']),
  command('view.day', 'Day at a Glance', '하루 보기', 'view', ['d']),
  command('view.calendar', 'Calendar', '달력', 'view', ['Shift+D']),
  command('page.previous', 'Earlier Day', '이전 날', 'view', ['ArrowLeft', '['], 'page'),
  command('page.next', 'Later Day', '다음 날', 'view', ['ArrowRight', ']'], 'page'),
  command('page.close', 'Back to the Papers', '논문으로 돌아가기', 'view', ['Escape'], 'page'),
  command('view.theme', 'Light or Dark', '밝게/어둡게', 'view', ['Mod+Shift+l']),
  command('view.problems', 'Problems', '문제', 'view', []),
  command('view.settings', 'Settings…', '설정…', 'view', ['Mod+,']),

  command('help.shortcuts', 'Keyboard Shortcuts', '키보드 단축키', 'help', ['?']),
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

export function isCommandId(id: string): id is CommandId {
  return commands.some((entry) => entry.id === id);
}
