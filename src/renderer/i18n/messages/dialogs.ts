import { defineMessages, plural } from '../define.ts';

interface Counted {
  readonly count: number;
}
interface Written extends Counted {
  readonly name: string;
}

/** Words of the dialogs: export, shortcuts, problems. */
export const dialogs = defineMessages(
  {
    'export.title': 'Export',
    'export.what': ({ count, name }: Written) => `${name}: ${plural(count, 'paper', 'papers')}`,
    'export.nothing': 'There are no papers here to export.',
    'export.format': 'Format',
    'export.markdown': 'Markdown',
    'export.markdown.hint': 'A readable list with links, authors and summaries.',
    'export.digest': 'Markdown digest',
    'export.digest.hint': 'Papers by day, as Lectern opens them again. Without notes.',
    'export.bibtex': 'BibTeX',
    'export.bibtex.hint': 'Entries for LaTeX and reference managers.',
    'export.notes': 'With my notes',
    'export.copy': 'Copy',
    'export.save': 'Save…',
    'export.working': 'Writing…',
    'export.copied': ({ count }: Counted) => `${plural(count, 'paper', 'papers')} copied.`,
    'export.saved': ({ count, name }: Written) =>
      `${plural(count, 'paper', 'papers')} saved as ${name}`,
    'export.downloaded': ({ count, name }: Written) =>
      `${plural(count, 'paper', 'papers')} handed to the browser's downloads as ${name}`,
    'export.search': ({ name, search }: { readonly name: string; readonly search: string }) =>
      `${name}, “${search}”`,

    'help.title': 'Keyboard shortcuts',
    'help.search': 'Find a command',
    'help.none': 'No command is called that.',
    'help.or': 'or',
    'help.group.file': 'Files',
    'help.group.edit': 'Edit and find',
    'help.group.view': 'View',
    'help.group.go': 'Move',
    'help.group.paper': 'Paper',
    'help.group.help': 'Help',

    'problems.title': 'Problems',
    'problems.none': 'Everything could be read.',
    'problems.intro': 'These could not be read as they should; everything else is open.',
    'problems.app': 'Lectern',
    'problems.line': ({ line }: { readonly line: number }) => `line ${line}`,
    'problems.more': ({ count }: Counted) => `and ${count.toLocaleString('en')} more files`,
    'problems.rescan': 'Read again',

    'document.open': 'Read it',
    'document.openFile': ({ file }: { readonly file: string }) => `Read ${file}`,
    'document.empty': 'There is nothing in this file.',
    'document.failed': 'This file could not be opened',
    'document.back': 'Back to the problems',
  },
  {
    'export.title': '내보내기',
    'export.what': ({ count, name }) => `${name}: 논문 ${count.toLocaleString('ko')}편`,
    'export.nothing': '여기에는 내보낼 논문이 없습니다.',
    'export.format': '형식',
    'export.markdown': '마크다운',
    'export.markdown.hint': '링크, 저자, 요약이 있는 읽기 좋은 목록입니다.',
    'export.digest': '마크다운 다이제스트',
    'export.digest.hint': 'Lectern에서 다시 열 수 있는 날짜별 논문입니다. 메모는 빠집니다.',
    'export.bibtex': 'BibTeX',
    'export.bibtex.hint': 'LaTeX과 문헌 관리 프로그램을 위한 항목입니다.',
    'export.notes': '내 메모 포함',
    'export.copy': '복사',
    'export.save': '저장…',
    'export.working': '쓰는 중…',
    'export.copied': ({ count }) => `논문 ${count.toLocaleString('ko')}편을 복사했습니다.`,
    'export.saved': ({ count, name }) =>
      `논문 ${count.toLocaleString('ko')}편을 저장했습니다: ${name}`,
    'export.downloaded': ({ count, name }) =>
      `논문 ${count.toLocaleString('ko')}편을 브라우저 다운로드로 넘겼습니다: ${name}`,
    'export.search': ({ name, search }) => `${name}, “${search}”`,

    'help.title': '키보드 단축키',
    'help.search': '명령 찾기',
    'help.none': '그런 명령은 없습니다.',
    'help.or': '또는',
    'help.group.file': '파일',
    'help.group.edit': '편집과 찾기',
    'help.group.view': '보기',
    'help.group.go': '이동',
    'help.group.paper': '논문',
    'help.group.help': '도움말',

    'problems.title': '문제',
    'problems.none': '모두 문제없이 읽었습니다.',
    'problems.intro': '제대로 읽지 못한 것들입니다. 나머지는 모두 열려 있습니다.',
    'problems.app': 'Lectern',
    'problems.line': ({ line }) => `${line}행`,
    'problems.more': ({ count }) => `외 파일 ${count.toLocaleString('ko')}개`,
    'problems.rescan': '다시 읽기',

    'document.open': '읽어 보기',
    'document.openFile': ({ file }) => `${file} 읽어 보기`,
    'document.empty': '내용이 없는 파일입니다.',
    'document.failed': '이 파일을 열지 못했습니다',
    'document.back': '문제로 돌아가기',
  },
);
