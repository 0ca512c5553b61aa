/** What the command line says, in Korean and English. */
import type { ErrorCode } from '../../shared/errors.ts';
import type { ImportPlan, ReadOnlyReason } from '../../shared/model.ts';
import { READ_NEXT_NAMES } from '../../shared/model.ts';
import { withParticle } from '../../shared/particle.ts';
import type { QueryHint } from '../../shared/query/syntax.ts';

export type CliLanguage = 'ko' | 'en';

/** The language that a shell asks for (POSIX: LC_ALL, else LC_MESSAGES, else LANG). */
export function cliLanguage(env: Readonly<Record<string, string | undefined>>): CliLanguage {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => each);
  return /^ko(?:[_.@-]|$)/i.test(locale ?? '') ? 'ko' : 'en';
}

export interface CliWords {
  readonly language: CliLanguage;
  readonly unknownCommand: (typed: string, meant: string | null) => string;
  readonly unknownOption: (typed: string, command: string, meant: string | null) => string;
  readonly needsValue: (option: string) => string;
  readonly takesNoValue: (option: string) => string;
  readonly badValue: (option: string, value: string, takes: string, meant: string | null) => string;
  readonly notOfFormat: (option: string, format: string) => string;
  readonly needs: (what: string) => string;
  readonly together: (a: string, b: string) => string;
  readonly tooMany: (argument: string) => string;
  readonly seeHelp: (command: string | null) => string;
  readonly aNumber: string;
  readonly aPort: string;
  readonly aDay: string;
  readonly selection: string;
  readonly out: string;
  readonly aQuery: string;
  readonly aFile: string;
  readonly readOnly: Readonly<Record<ReadOnlyReason, string>>;
  /** Before what a reading command answers while another Lectern has the data. */
  readonly onlyRead: (reason: ReadOnlyReason) => string;
  readonly held: (detail: string) => string;
  readonly notWritable: (reason: ReadOnlyReason) => string;
  readonly noFolders: string;
  readonly folderAway: (path: string) => string;
  readonly noList: (name: string, there: readonly string[]) => string;
  readonly nothingFound: string;
  readonly missing: (count: number) => string;
  readonly wrote: (papers: number, path: string) => string;
  readonly wroteFiles: (files: number, path: string) => string;
  readonly outIsFolder: (path: string) => string;
  readonly didYouMean: (search: string) => string;
  readonly hint: (hint: QueryHint) => string;
  readonly plan: (plan: ImportPlan, name: string) => readonly string[];
  readonly unreadable: (line: number, text: string) => string;
  readonly noChange: string;
  readonly dryRun: string;
  readonly imported: (changed: number) => string;
  readonly listName: string;
  readonly exportTitle: string;
  readonly noFile: (path: string) => string;
  readonly readNext: string;
  readonly errors: Readonly<Partial<Record<ErrorCode, (subject: string) => string>>>;
  readonly stats: {
    readonly papers: string;
    readonly read: string;
    readonly unread: string;
    readonly starred: string;
    readonly noted: string;
    readonly streak: string;
    readonly days: (count: number) => string;
    readonly longest: string;
    readonly votes: string;
    readonly notTold: string;
    readonly authors: string;
    readonly wordsRead: string;
    readonly lists: string;
    readonly lastDays: string;
  };
}

const meant = (word: string | null): string => (word === null ? '' : ` Did you mean ${word}?`);
const meantKo = (word: string | null): string =>
  word === null ? '' : ` ${word}을(를) 뜻하셨나요?`;
const count = (number: number, one: string, more = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : more}`;

const en: CliWords = {
  language: 'en',
  unknownCommand: (typed, word) => `There is no command “${typed}”.${meant(word)}`,
  unknownOption: (typed, command, word) =>
    `Unknown option ${typed} of lectern ${command}.${meant(word)}`,
  needsValue: (option) => `${option} needs a value (one that begins with - as ${option}=…).`,
  takesNoValue: (option) => `${option} takes no value.`,
  badValue: (option, value, takes, word) =>
    `${option} does not take “${value}”: ${takes}.${meant(word)}`,
  notOfFormat: (option, format) => `${option} is no option of the format ${format}.`,
  needs: (what) => `Something is missing: ${what}.`,
  together: (a, b) => `${a} and ${b} do not go together.`,
  tooMany: (argument) => `“${argument}” is one argument too many.`,
  seeHelp: (command) => `See lectern ${command === null ? '--help' : `help ${command}`}.`,
  aNumber: 'a number from 1 on',
  aPort: 'a port is a number up to 65535',
  aDay: 'a day, month, year or range such as 2024-02-05, 2024-02, 7d, 2024-01..2024-03',
  selection: 'what to export (--list, --search, --day, --starred or --all)',
  out: '--out with a folder, for files of their own',
  aQuery: 'what to search for',
  aFile: 'a file to import, or - for the standard input',
  readOnly: {
    'in-use': 'Another Lectern is running with this data: they are opened only to be read.',
    'in-use-elsewhere': 'Another computer has this data open: they are opened only to be read.',
    newer: 'These data were written by a newer Lectern: they are opened only to be read.',
    'not-writable': 'The data folder cannot be written: nothing can be changed.',
    missing: 'The folder to which the data were moved is not there: nothing can be changed.',
    asked: 'The data are opened only to be read.',
  },
  onlyRead: (reason) =>
    reason === 'in-use'
      ? 'Another Lectern is running with this data; what is told here is what it has saved.'
      : en.readOnly[reason],
  held: (detail) =>
    `Another Lectern has the data open (${detail}), so nothing is imported. End it, or import in its window.`,
  notWritable: (reason) => en.readOnly[reason],
  noFolders: 'No folder of digests is open in Lectern. Name one: lectern … <folder>',
  folderAway: (path) => `The folder ${path} cannot be read now; its papers are left out.`,
  noList: (name, there) =>
    `There is no list “${name}”.${there.length === 0 ? '' : ` There are: ${there.join(', ')}.`}`,
  nothingFound: 'No paper was found.',
  missing: (number) =>
    `${count(number, 'paper')} of this list ${number === 1 ? 'is' : 'are'} in none of the folders and left out.`,
  wrote: (papers, path) => `${count(papers, 'paper')} written to ${path}`,
  wroteFiles: (files, path) => `${count(files, 'file')} written to ${path}`,
  outIsFolder: (path) => `${path} is a folder: name a file.`,
  didYouMean: (search) => `Did you mean: ${search}`,
  hint: (hint) => {
    switch (hint.kind) {
      case 'unknownOperator':
        return `“${hint.typed}:” is searched for as a word. Did you mean ${hint.meant}: ?`;
      case 'value':
        return `${hint.operator}: does not take “${hint.value}”; this part is left out.`;
      case 'noList':
        return hint.within === null
          ? `No list is called “${hint.name}”; this part is left out.`
          : `The search of “${hint.within}” names the list “${hint.name}”, which is not there; that part holds nothing.`;
      case 'noFolder':
        return hint.within === null
          ? `No folder is called “${hint.name}”; this part is left out.`
          : `The search of “${hint.within}” names the folder “${hint.name}”, which is not there; that part holds nothing.`;
      case 'cycle':
        return `The search of “${hint.name}” asks for that list itself; that part holds nothing.`;
    }
  },
  plan: (plan, name) => [
    plan.format === 'lectern'
      ? `Lectern’s own data, of ${count(plan.papers, 'paper')}`
      : `A ${plan.format} file with ${count(plan.papers, 'paper')}, for the list “${name}”`,
    ...(plan.unknown === 0 ? [] : [`  ${count(plan.unknown, 'paper')} in none of the folders`]),
    ...(plan.read === 0 ? [] : [`  + ${count(plan.read, 'paper')} marked as read`]),
    ...(plan.starred === 0 ? [] : [`  + ${count(plan.starred, 'star')}`]),
    ...(plan.notes === 0 ? [] : [`  + ${count(plan.notes, 'note')}`]),
    ...(plan.lists === 0 ? [] : [`  + ${count(plan.lists, 'list')}`]),
    ...(plan.settings ? ['  + settings'] : []),
    ...(plan.removed === 0
      ? []
      : [`  - ${count(plan.removed, 'mark, note or list', 'marks, notes and lists')}`]),
  ],
  unreadable: (line, text) => `Line ${line} names no paper: ${text}`,
  noChange: 'Everything is so already; nothing is changed.',
  dryRun: 'Nothing was changed (--dry-run).',
  imported: (changed) => `Done: ${count(changed, 'change')}, saved.`,
  listName: 'Imported',
  exportTitle: 'Papers',
  noFile: (path) => `The file ${path} cannot be read.`,
  readNext: READ_NEXT_NAMES.en,
  errors: {},
  stats: {
    papers: 'Papers',
    read: 'Read',
    unread: 'Unread',
    starred: 'Starred',
    noted: 'With notes',
    streak: 'Days in a row',
    days: (number) => count(number, 'day'),
    longest: 'longest',
    votes: 'By votes (read of all)',
    notTold: 'not told',
    authors: 'Authors (read of all)',
    wordsRead: 'Words of what was read',
    lists: 'Reading lists (unread of all)',
    lastDays: 'The last days (came, read, unread in the evening)',
  },
};

const ko: CliWords = {
  language: 'ko',
  unknownCommand: (typed, word) => `“${typed}” 명령은 없습니다.${meantKo(word)}`,
  unknownOption: (typed, command, word) =>
    `lectern ${command}에는 ${typed} 옵션이 없습니다.${meantKo(word)}`,
  needsValue: (option) => `${option}에는 값이 필요합니다(-로 시작하는 값은 ${option}=… 꼴로).`,
  takesNoValue: (option) => `${option}은(는) 값을 받지 않습니다.`,
  badValue: (option, value, takes, word) =>
    `${option}에 “${value}”은(는) 쓸 수 없습니다: ${takes}.${meantKo(word)}`,
  notOfFormat: (option, format) => `${format} 형식에는 ${option} 옵션이 없습니다.`,
  needs: (what) => `빠진 것이 있습니다: ${what}.`,
  together: (a, b) => `${a}와(과) ${b}은(는) 함께 쓸 수 없습니다.`,
  tooMany: (argument) => `“${argument}”은(는) 남는 인자입니다.`,
  seeHelp: (command) =>
    `사용법은 lectern ${command === null ? '--help' : `help ${command}`}로 볼 수 있습니다.`,
  aNumber: '1 이상의 수',
  aPort: '포트는 65535까지의 수',
  aDay: '2024-02-05, 2024-02, 7d, 2024-01..2024-03 같은 날, 달, 해 또는 기간',
  selection: '내보낼 것(--list, --search, --day, --starred, --all 가운데 하나)',
  out: '논문마다 파일을 만들려면 --out 뒤에 폴더',
  aQuery: '검색어',
  aFile: '가져올 파일 이름, 또는 표준 입력을 뜻하는 -',
  readOnly: {
    'in-use': '다른 Lectern이 이 데이터를 쓰고 있어 읽기 전용으로 엽니다.',
    'in-use-elsewhere': '다른 컴퓨터가 이 데이터를 쓰고 있어 읽기 전용으로 엽니다.',
    newer: '더 새로운 Lectern이 쓴 데이터라 읽기 전용으로 엽니다.',
    'not-writable': '데이터 폴더에 쓸 수 없어 아무것도 바꿀 수 없습니다.',
    missing: '데이터를 옮겨 둔 폴더가 없어 아무것도 바꿀 수 없습니다.',
    asked: '데이터를 읽기 전용으로 엽니다.',
  },
  onlyRead: (reason) =>
    reason === 'in-use'
      ? '다른 Lectern이 이 데이터를 쓰고 있습니다. 그 Lectern이 저장한 데까지를 읽습니다.'
      : ko.readOnly[reason],
  held: (detail) =>
    `다른 Lectern이 데이터를 열고 있어(${detail}) 가져오지 않았습니다. 그 Lectern을 끝내거나 그 창에서 가져오세요.`,
  notWritable: (reason) => ko.readOnly[reason],
  noFolders: 'Lectern에 열린 다이제스트 폴더가 없습니다. 폴더를 적어 주세요: lectern … <폴더>',
  folderAway: (path) => `${path} 폴더를 지금 읽을 수 없어 그 논문은 빼고 찾습니다.`,
  noList: (name, there) =>
    `“${name}” 목록이 없습니다.${there.length === 0 ? '' : ` 있는 목록: ${there.join(', ')}.`}`,
  nothingFound: '찾은 논문이 없습니다.',
  missing: (number) => `이 목록의 논문 ${number}편은 어느 폴더에도 없어 빠졌습니다.`,
  wrote: (papers, path) => `논문 ${papers.toLocaleString('ko')}편을 ${path}에 썼습니다.`,
  wroteFiles: (files, path) => `파일 ${files.toLocaleString('ko')}개를 ${path}에 썼습니다.`,
  outIsFolder: (path) => `${path}은(는) 폴더입니다. 파일 이름을 적어 주세요.`,
  didYouMean: (search) => `이 검색을 뜻하셨나요: ${search}`,
  hint: (hint) => {
    switch (hint.kind) {
      case 'unknownOperator':
        return `${withParticle(`“${hint.typed}:”`, '을', '를')} 낱말로 찾았습니다. ${hint.meant}:을(를) 뜻하셨나요?`;
      case 'value':
        return `${hint.operator}:에 ${withParticle(`“${hint.value}”`, '은', '는')} 쓸 수 없어 빼고 찾았습니다.`;
      case 'noList':
        return hint.within === null
          ? `“${hint.name}” 목록이 없어 이 부분은 빼고 찾았습니다.`
          : `“${hint.within}”의 검색에 있는 “${hint.name}” 목록이 없어 그 부분에는 논문이 없습니다.`;
      case 'noFolder':
        return hint.within === null
          ? `“${hint.name}” 폴더가 없어 이 부분은 빼고 찾았습니다.`
          : `“${hint.within}”의 검색에 있는 “${hint.name}” 폴더가 없어 그 부분에는 논문이 없습니다.`;
      case 'cycle':
        return `“${hint.name}”의 검색이 그 목록 자신을 찾으므로 그 부분에는 논문이 없습니다.`;
    }
  },
  plan: (plan, name) => [
    plan.format === 'lectern'
      ? `Lectern 데이터, 논문 ${plan.papers}편`
      : `${plan.format} 파일, 논문 ${plan.papers}편, “${name}” 목록으로`,
    ...(plan.unknown === 0 ? [] : [`  어느 폴더에도 없는 논문 ${plan.unknown}편`]),
    ...(plan.read === 0 ? [] : [`  + 읽음 표시 ${plan.read}편`]),
    ...(plan.starred === 0 ? [] : [`  + 별표 ${plan.starred}개`]),
    ...(plan.notes === 0 ? [] : [`  + 메모 ${plan.notes}개`]),
    ...(plan.lists === 0 ? [] : [`  + 목록 ${plan.lists}개`]),
    ...(plan.settings ? ['  + 설정'] : []),
    ...(plan.removed === 0 ? [] : [`  - 표시, 메모, 목록 ${plan.removed}개`]),
  ],
  unreadable: (line, text) => `${line}번째 줄은 논문을 가리키지 않습니다: ${text}`,
  noChange: '이미 그렇게 되어 있어 아무것도 바뀌지 않았습니다.',
  dryRun: '아무것도 바꾸지 않았습니다(--dry-run).',
  imported: (changed) => `가져와서 저장했습니다(변경 ${changed}건).`,
  listName: '가져온 목록',
  exportTitle: '논문',
  noFile: (path) => `${path} 파일을 읽을 수 없습니다.`,
  readNext: READ_NEXT_NAMES.ko,
  errors: {
    'folder-missing': (subject) => `“${subject}” 폴더가 없습니다.`,
    'folder-unreadable': (subject) => `“${subject}” 폴더를 읽을 수 없습니다.`,
    'not-a-folder': (subject) => `“${subject}”은(는) 파일입니다. 그 파일이 든 폴더를 고르세요.`,
    'inside-digest-folder': () => '다이제스트 폴더 안에는 쓰지 않습니다. 다른 곳을 고르세요.',
    'write-failed': (subject) => `${subject}에 쓰지 못했습니다.`,
    'read-failed': (subject) => `${subject}을(를) 읽지 못했습니다.`,
    'import-unreadable': () =>
      'Lectern JSON도 BibTeX, RIS, CSL-JSON, 링크도 아니어서 읽을 수 없습니다.',
    'import-broken': (subject) => `손상된 파일입니다: ${subject}`,
    'import-empty': () => '논문을 가리키는 것이 없습니다.',
    'engine-stopped': () => '읽기 엔진이 멈췄습니다.',
  },
  stats: {
    papers: '논문',
    read: '읽음',
    unread: '안 읽음',
    starred: '별표',
    noted: '메모',
    streak: '연속으로 읽은 날',
    days: (number) => `${number}일`,
    longest: '최장',
    votes: '추천별(읽음/전체)',
    notTold: '알 수 없음',
    authors: '저자(읽음/전체)',
    wordsRead: '읽은 논문의 낱말',
    lists: '읽기 목록(안 읽음/전체)',
    lastDays: '최근 날짜(새로 온 논문, 읽음, 저녁에 남은 논문)',
  },
};

export function cliWords(language: CliLanguage): CliWords {
  return language === 'ko' ? ko : en;
}
