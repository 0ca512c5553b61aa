/** The action table: one entry feeds key handler, native menu, context menus, palette, help sheet and README. */

/**
 * Where a command's keys work. `global`: everywhere but in text fields. `input`: in text fields as well, when the key holds
 * Mod or Alt or is a function key. `list`: letters everywhere but in text fields; keys with a name (arrows, Home) only in
 * the list, for in other panes they move. `sidebar`, `reader`: only there, before a global command with the same key.
 * `page`: only while a page covers the papers, before all others.
 */
export type CommandScope = 'global' | 'sidebar' | 'list' | 'reader' | 'page' | 'input';

export type CommandGroup = 'file' | 'edit' | 'view' | 'go' | 'mark' | 'paper' | 'help';

export interface Command {
  readonly id: string;
  readonly title: { readonly en: string; readonly ko: string };
  readonly group: CommandGroup;
  readonly scope: CommandScope;
  /**
   * The keys that it has at first; settings may give it others. Modifiers in the order Mod, Alt, Shift (`Mod` is ⌘ on
   * macOS and Ctrl elsewhere), then a key as KeyboardEvent.key names it; `Space` and `Plus` stand for ` ` and `+`.
   */
  readonly keys: readonly string[];
  /** Whether a held key runs it again and again: moving, scrolling, and what takes many steps. */
  readonly repeats: boolean;
}

function command<const Id extends string>(
  id: Id,
  en: string,
  ko: string,
  group: CommandGroup,
  keys: readonly string[],
  scope: CommandScope = 'global',
): Command & { readonly id: Id } {
  return { id, title: { en, ko }, group, scope, keys, repeats: false };
}

function repeating<const Id extends string>(
  ...entry: Parameters<typeof command<Id>>
): Command & { readonly id: Id } {
  return { ...command(...entry), repeats: true };
}

export const commands = [
  command('folder.open', 'Open Folder…', '폴더 열기…', 'file', ['Mod+o'], 'input'),
  command('folder.openPath', 'Open This Folder', '이 폴더 열기', 'file', []),
  command('folder.openSample', 'Open the Sample Digests', '예제 다이제스트 열기', 'file', []),
  command('folder.rescan', 'Read Folders Again', '폴더 다시 읽기', 'file', ['Mod+r'], 'input'),
  command('folder.rescanThis', 'Read This Folder Again', '이 폴더 다시 읽기', 'file', []),
  command('folder.close', 'Close This Folder', '이 폴더 닫기', 'file', []),
  command('export.open', 'Export…', '내보내기…', 'file', ['Mod+e'], 'input'),
  command('import.open', 'Import…', '가져오기…', 'file', ['Mod+i']),
  command(
    'list.create',
    'New Reading List',
    '새 읽기 목록',
    'file',
    ['Mod+Shift+n', 'Mod+Alt+n'],
    'input',
  ),
  command('list.rename', 'Rename This List…', '이 목록 이름 바꾸기…', 'file', ['F2'], 'sidebar'),
  command('list.export', 'Export This View…', '이 보기 내보내기…', 'file', []),
  command('list.page', 'About This List', '이 목록에 대하여', 'file', ['v']),
  command('list.edit', 'Edit This List…', '이 목록 편집…', 'file', ['Alt+Enter'], 'sidebar'),
  command('list.duplicate', 'Duplicate This List', '이 목록 복제', 'file', []),
  repeating('list.moveUp', 'Move List Up', '목록 위로', 'file', ['Mod+Shift+ArrowUp'], 'sidebar'),
  repeating(
    'list.moveDown',
    'Move List Down',
    '목록 아래로',
    'file',
    ['Mod+Shift+ArrowDown'],
    'sidebar',
  ),
  command('group.rename', 'Rename This Group…', '이 그룹 이름 바꾸기…', 'file', []),
  command('group.ungroup', 'Take This Group Apart', '이 그룹 해제', 'file', []),
  command('list.delete', 'Delete This List', '이 목록 삭제', 'file', ['Delete'], 'sidebar'),

  command('palette.open', 'Command Palette…', '명령 팔레트…', 'edit', ['Mod+k'], 'input'),
  command('menu.open', 'Context Menu', '상황에 맞는 메뉴', 'edit', ['ContextMenu', 'Shift+F10']),
  repeating('edit.undo', 'Undo', '실행 취소', 'edit', ['Mod+z', 'z']),
  repeating('edit.redo', 'Redo', '다시 실행', 'edit', ['Mod+Shift+z', 'Shift+Z']),
  command('search.focus', 'Search', '검색', 'edit', ['/', 'Mod+f'], 'input'),
  command(
    'search.keep',
    'Keep This Search as a Smart List',
    '이 검색을 스마트 목록으로 보관',
    'file',
    ['Mod+Shift+s'],
    'input',
  ),
  command('find.open', 'Find in Paper…', '논문 안에서 찾기…', 'edit', ['Mod+Shift+f'], 'input'),
  repeating('find.next', 'Find Next', '다음 찾기', 'edit', ['Mod+g'], 'input'),
  repeating('find.previous', 'Find Previous', '이전 찾기', 'edit', ['Mod+Shift+g'], 'input'),
  command('select.all', 'Select All Papers', '모든 논문 선택', 'edit', ['Mod+a']),
  command('select.none', 'Select One Paper Only', '여러 논문 선택 해제', 'edit', ['Escape']),
  command(
    'select.toggle',
    'Add to or Take from Selection',
    '선택에 넣거나 빼기',
    'edit',
    ['x'],
    'list',
  ),
  repeating(
    'select.next',
    'Extend Selection Down',
    '아래로 선택 넓히기',
    'edit',
    ['Shift+ArrowDown'],
    'list',
  ),
  repeating(
    'select.previous',
    'Extend Selection Up',
    '위로 선택 넓히기',
    'edit',
    ['Shift+ArrowUp'],
    'list',
  ),

  repeating('list.next', 'Next Paper', '다음 논문', 'go', ['j', 'ArrowDown'], 'list'),
  repeating('list.previous', 'Previous Paper', '이전 논문', 'go', ['k', 'ArrowUp'], 'list'),
  repeating('list.nextUnread', 'Next Unread Paper', '다음 안 읽은 논문', 'go', ['Shift+J'], 'list'),
  repeating(
    'list.previousUnread',
    'Previous Unread Paper',
    '이전 안 읽은 논문',
    'go',
    ['Shift+K'],
    'list',
  ),
  command('list.first', 'First Paper', '첫 논문', 'go', ['Home', 'g'], 'list'),
  command('list.last', 'Last Paper', '마지막 논문', 'go', ['End', 'Shift+G'], 'list'),
  repeating('reader.advance', 'Scroll, Then Next Unread', '스크롤 후 다음 안 읽은 논문', 'go', [
    'Space',
  ]),
  repeating('reader.back', 'Scroll Back', '위로 스크롤', 'go', ['Shift+Space']),
  repeating('history.back', 'Back to the Paper Read Before', '앞서 읽은 논문으로', 'go', [
    '[',
    'Alt+ArrowLeft',
  ]),
  repeating('history.forward', 'Forward Again', '다시 뒤에 읽은 논문으로', 'go', [
    ']',
    'Alt+ArrowRight',
  ]),
  repeating('go.nextView', 'Next View', '다음 보기', 'go', ['Alt+ArrowDown']),
  repeating('go.previousView', 'Previous View', '이전 보기', 'go', ['Alt+ArrowUp']),
  repeating('go.olderDay', 'Older Day', '더 이전 날짜', 'go', ['}', 'Alt+Shift+ArrowDown']),
  repeating('go.newerDay', 'Newer Day', '더 최근 날짜', 'go', ['{', 'Alt+Shift+ArrowUp']),
  command('focus.sidebar', 'Go to Sidebar', '사이드바로 이동', 'go', ['Mod+1'], 'input'),
  command('focus.list', 'Go to List', '목록으로 이동', 'go', ['Mod+2'], 'input'),
  command('reader.day', "The Day's Other Papers", '같은 날의 다른 논문', 'go', ['e']),
  command('focus.reader', 'Go to Paper', '논문으로 이동', 'go', ['Mod+3'], 'input'),
  command('go.list1', 'Reading List 1', '읽기 목록 1', 'go', ['Mod+Alt+1'], 'input'),
  command('go.list2', 'Reading List 2', '읽기 목록 2', 'go', ['Mod+Alt+2'], 'input'),
  command('go.list3', 'Reading List 3', '읽기 목록 3', 'go', ['Mod+Alt+3'], 'input'),
  command('go.list4', 'Reading List 4', '읽기 목록 4', 'go', ['Mod+Alt+4'], 'input'),
  command('go.list5', 'Reading List 5', '읽기 목록 5', 'go', ['Mod+Alt+5'], 'input'),
  command('go.list6', 'Reading List 6', '읽기 목록 6', 'go', ['Mod+Alt+6'], 'input'),
  command('go.list7', 'Reading List 7', '읽기 목록 7', 'go', ['Mod+Alt+7'], 'input'),
  command('go.list8', 'Reading List 8', '읽기 목록 8', 'go', ['Mod+Alt+8'], 'input'),
  command('go.list9', 'Reading List 9', '읽기 목록 9', 'go', ['Mod+Alt+9'], 'input'),

  command('paper.toggleRead', 'Mark Read or Unread', '읽음/안 읽음 표시', 'mark', ['m']),
  command('paper.markUnreadNext', 'Mark Unread and Move On', '안 읽음으로 두고 다음으로', 'mark', [
    'u',
  ]),
  command('paper.markUnread', 'Mark Unread', '안 읽음으로 표시', 'mark', ['Shift+U']),
  command('paper.star', 'Star', '별표', 'mark', ['s']),
  command('mark.all', 'Mark All Read', '모두 읽음으로 표시', 'mark', ['Shift+A']),
  command('mark.above', 'Mark Above Read', '위쪽 모두 읽음으로 표시', 'mark', ['<']),
  command('mark.below', 'Mark Below Read', '아래쪽 모두 읽음으로 표시', 'mark', ['>']),
  command('mark.older', 'Mark Older Read…', '오래된 논문 읽음으로 표시…', 'mark', ['Shift+M']),
  command('mark.view', 'Mark This View Read', '이 보기 전체를 읽음으로 표시', 'mark', []),

  command('paper.note', 'Write a Note', '메모 쓰기', 'paper', ['n']),
  command('note.quote', 'Quote in the Note', '메모에 인용', 'paper', ['Shift+N']),
  command(
    'note.turn',
    'Write or Read the Note',
    '메모 쓰기/읽기',
    'paper',
    ['Mod+Shift+e'],
    'input',
  ),
  command('note.template', 'Insert a Note Template…', '메모 서식 넣기…', 'paper', []),
  command('note.versions', 'Earlier Versions of the Note…', '메모의 이전 버전…', 'paper', []),
  command('paper.addToList', 'Add to List…', '목록에 추가…', 'paper', ['l']),
  command(
    'paper.removeFromList',
    'Remove from List',
    '목록에서 빼기',
    'paper',
    ['Shift+L', 'Delete'],
    'list',
  ),
  command('paper.readNext', 'Read Next', '다음에 읽기', 'paper', ['q']),
  repeating(
    'paper.moveUp',
    'Move Up in List',
    '목록에서 위로',
    'paper',
    ['Mod+Shift+ArrowUp'],
    'list',
  ),
  repeating(
    'paper.moveDown',
    'Move Down in List',
    '목록에서 아래로',
    'paper',
    ['Mod+Shift+ArrowDown'],
    'list',
  ),
  command('copy.link', 'Copy Link', '링크 복사', 'paper', ['y']),
  command('copy.citation', 'Copy Citation', '인용문 복사', 'paper', ['Shift+Y']),
  command('copy.bibtex', 'Copy BibTeX', 'BibTeX 복사', 'paper', ['b']),
  command('paper.open', 'Open the Abstract', '초록 열기', 'paper', ['o', 'Enter']),
  command('paper.openPdf', 'Open the PDF', 'PDF 열기', 'paper', ['p']),
  command('paper.openProject', 'Open the Project Page', '프로젝트 페이지 열기', 'paper', [
    'Shift+P',
  ]),
  command('paper.openCode', 'Open the Code', '코드 열기', 'paper', ['Shift+O']),
  command('paper.enlarge', 'Enlarge the Picture', '그림 크게 보기', 'paper', ['Shift+V']),
  command('paper.allowMedia', "Load This Paper's Media", '이 논문의 미디어 불러오기', 'paper', [
    'i',
  ]),

  command('view.focusMode', 'Only the Paper', '논문만 보기', 'view', ['f']),
  command(
    'view.sidebar',
    'Show or Hide the Sidebar',
    '사이드바 보이기/숨기기',
    'view',
    ['Mod+b'],
    'input',
  ),
  command('view.unreadOnly', 'Show Only Unread', '안 읽은 논문만 보기', 'view', ['h']),
  command('view.cleanUp', 'Clean Up Read Papers', '읽은 논문 정리', 'view', ['c']),
  command('view.day', 'Day at a Glance', '하루 보기', 'view', ['d']),
  command('view.calendar', 'Calendar', '달력', 'view', ['Shift+D']),
  command('view.statistics', 'Statistics', '통계', 'view', ['Shift+S']),
  repeating('page.previous', 'Earlier Day', '이전 날', 'view', ['ArrowLeft', '['], 'page'),
  repeating('page.next', 'Later Day', '다음 날', 'view', ['ArrowRight', ']'], 'page'),
  command('page.close', 'Back to the Papers', '논문으로 돌아가기', 'view', ['Escape'], 'page'),
  command('view.theme', 'Light or Dark', '밝게/어둡게', 'view', ['Mod+Shift+l'], 'input'),
  repeating('view.zoomIn', 'Zoom In', '확대', 'view', ['Mod+=', 'Mod+Plus'], 'input'),
  repeating('view.zoomOut', 'Zoom Out', '축소', 'view', ['Mod+-'], 'input'),
  command('view.zoomReset', 'Actual Size', '실제 크기', 'view', ['Mod+0'], 'input'),
  command('view.fullScreen', 'Full Screen', '전체 화면', 'view', ['F11'], 'input'),
  command('view.problems', 'Problems', '문제', 'view', []),
  command('view.settings', 'Settings…', '설정…', 'view', ['Mod+,'], 'input'),

  command('help.shortcuts', 'Keyboard Shortcuts', '키보드 단축키', 'help', ['?']),
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

/** Whether a held key runs a command again and again; any other it runs once. */
export function isRepeating(id: CommandId): boolean {
  return commands.some((entry) => entry.id === id && entry.repeats);
}

export function isCommandId(id: string): id is CommandId {
  return commands.some((entry) => entry.id === id);
}
