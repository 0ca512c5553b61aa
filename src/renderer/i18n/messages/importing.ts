import { defineMessages } from '../define.ts';

interface Counted {
  readonly count: number;
}
interface Line {
  readonly line: number;
}
interface Named {
  readonly name: string;
}

/** Words of the import dialog, and of long work. */
export const importing = defineMessages(
  {
    'import.title': 'Import',
    'import.choose': 'Choose a File…',
    'import.hint':
      'BibTeX, RIS, CSL-JSON, or Lectern’s own JSON. You can drop it on the window too.',
    'import.paste': 'Or paste: links to papers, BibTeX, RIS, CSL-JSON',
    'import.reading': 'Reading',
    'import.format.lectern': 'Lectern’s data',
    'import.format.bibtex': 'A BibTeX bibliography',
    'import.format.ris': 'RIS references',
    'import.format.csljson': 'CSL-JSON references',
    'import.format.links': 'Links to papers',
    'import.fact.papers': 'Papers',
    'import.fact.read': 'Become read',
    'import.fact.starred': 'Become starred',
    'import.fact.notes': 'Notes added or changed',
    'import.fact.versions': 'Earlier versions of notes',
    'import.fact.lists': 'Lists added or changed',
    'import.fact.removed': 'Marks, notes and lists that go',
    'import.fact.settings': 'Settings',
    'import.changed': 'changed',
    'import.unknown': ({ count }: Counted) =>
      count === 1
        ? 'One paper is in no open folder. It shows as soon as a digest prints it.'
        : `${count.toLocaleString('en')} papers are in no open folder. They show as soon as a digest prints them.`,
    'import.notesTaken': ({ count }: Counted) =>
      count === 1
        ? 'One note here is older than the one that comes; it is kept as an earlier version.'
        : `${count.toLocaleString('en')} notes here are older than those that come; they are kept as earlier versions.`,
    'import.notesKept': ({ count }: Counted) =>
      count === 1
        ? 'One note that comes is older than yours; it becomes an earlier version of yours.'
        : `${count.toLocaleString('en')} notes that come are older than yours; they become earlier versions of yours.`,
    'import.problems': ({ count }: Counted) =>
      count === 1
        ? 'One entry names no paper'
        : `${count.toLocaleString('en')} entries name no paper`,
    'import.moreProblems': ({ count }: Counted) => `and ${count.toLocaleString('en')} more`,
    'import.line': ({ line }: Line) => `line ${line}`,
    'import.item': ({ line }: Line) => `entry ${line}`,
    'import.how': 'How it is read in',
    'import.mode.merge': 'Add to mine',
    'import.mode.merge.hint': 'Nothing of yours goes. Of two notes the later one shows.',
    'import.mode.replace': 'In the place of mine',
    'import.mode.replace.hint':
      'Only what the file holds stays. A backup of what is here now is made first (Settings, Your data).',
    'import.list': 'Name of the list that the papers go into',
    'import.listName': 'Imported papers',
    'import.step': 'Imported data',
    'import.stepOf': ({ name }: Named) => `Imported “${name}”`,
    'import.go': 'Import',
    'import.replace': 'Replace',
    'import.nothingNew': 'All of it is here already; nothing changes.',
    'import.drop': 'Drop to open a folder or import a file',
    'import.folderByPath': 'A browser does not tell where a folder is. Open it by its path.',
    'change.imported': 'Your data were replaced by the imported ones',
    'error.import-too-large': 'This file is too large to import: at most 200 MB.',
    'work.stop': 'Stop',
  },
  {
    'import.title': '가져오기',
    'import.choose': '파일 선택…',
    'import.hint': 'BibTeX, RIS, CSL-JSON, Lectern의 JSON 파일입니다. 창에 끌어다 놓아도 됩니다.',
    'import.paste': '또는 붙여 넣기: 논문 링크, BibTeX, RIS, CSL-JSON',
    'import.reading': '읽는 중',
    'import.format.lectern': 'Lectern 데이터',
    'import.format.bibtex': 'BibTeX 문헌 목록',
    'import.format.ris': 'RIS 문헌 목록',
    'import.format.csljson': 'CSL-JSON 문헌 목록',
    'import.format.links': '논문 링크',
    'import.fact.papers': '논문',
    'import.fact.read': '읽음으로 표시',
    'import.fact.starred': '별표 표시',
    'import.fact.notes': '더하거나 바꿀 메모',
    'import.fact.versions': '메모의 이전 버전',
    'import.fact.lists': '더하거나 바꿀 목록',
    'import.fact.removed': '없어질 표시·메모·목록',
    'import.fact.settings': '설정',
    'import.changed': '바뀜',
    'import.unknown': ({ count }) =>
      `논문 ${count.toLocaleString('ko')}편은 열린 폴더에 없습니다. 다이제스트에 실리면 바로 보입니다.`,
    'import.notesTaken': ({ count }) =>
      `이곳의 메모 ${count.toLocaleString('ko')}개는 가져올 것보다 오래되어 이전 버전으로 남습니다.`,
    'import.notesKept': ({ count }) =>
      `가져올 메모 ${count.toLocaleString('ko')}개는 이곳의 것보다 오래되어 이전 버전으로 들어갑니다.`,
    'import.problems': ({ count }) => `논문을 가리키지 않는 항목 ${count.toLocaleString('ko')}개`,
    'import.moreProblems': ({ count }) => `외 ${count.toLocaleString('ko')}개`,
    'import.line': ({ line }) => `${line}행`,
    'import.item': ({ line }) => `${line}번째 항목`,
    'import.how': '가져오는 방법',
    'import.mode.merge': '내 것에 더하기',
    'import.mode.merge.hint':
      '없어지는 것은 없습니다. 같은 논문의 메모가 둘이면 나중 것이 보입니다.',
    'import.mode.replace': '내 것을 대신하기',
    'import.mode.replace.hint':
      '파일에 있는 것만 남습니다. 그 전에 지금 상태를 백업합니다(설정의 ‘내 데이터’).',
    'import.list': '논문을 넣을 목록의 이름',
    'import.listName': '가져온 논문',
    'import.step': '데이터 가져오기',
    'import.stepOf': ({ name }) => `“${name}” 가져오기`,
    'import.go': '가져오기',
    'import.replace': '대신하기',
    'import.nothingNew': '모두 이미 있어 바뀌는 것이 없습니다.',
    'import.drop': '놓으면 폴더를 열거나 파일을 가져옵니다',
    'import.folderByPath': '브라우저는 폴더의 위치를 알려 주지 않습니다. 경로로 열어 주세요.',
    'change.imported': '가져온 데이터로 바꿈',
    'error.import-too-large': '가져오기에는 너무 큰 파일입니다. 200MB까지 가져올 수 있습니다.',
    'work.stop': '중지',
  },
);
