import { defineMessages } from '../define.ts';

interface Counted {
  readonly count: number;
}

/** Words of the dialogs: shortcuts, problems. */
export const dialogs = defineMessages(
  {
    'help.title': 'Keyboard shortcuts',
    'help.search': 'Find a command',
    'help.none': 'No command is called that.',
    'help.or': 'or',
    'help.group.file': 'Files',
    'help.group.edit': 'Edit and find',
    'help.group.view': 'View',
    'help.group.go': 'Move',
    'help.group.mark': 'Mark',
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
    'document.openFile': ({ file }: { readonly file: string }) => `Read it: ${file}`,
    'document.empty': 'There is nothing in this file.',
    'document.failed': 'This file could not be opened',
    'document.back': 'Back to the problems',
  },
  {
    'help.title': '키보드 단축키',
    'help.search': '명령 찾기',
    'help.none': '그런 명령은 없습니다.',
    'help.or': '또는',
    'help.group.file': '파일',
    'help.group.edit': '편집과 찾기',
    'help.group.view': '보기',
    'help.group.go': '이동',
    'help.group.mark': '표시',
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
