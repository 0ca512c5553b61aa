import type { Language } from '../shared/model.ts';

/** What the native menus and dialogs say beside the titles of shared/commands.ts. */
export interface Words {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly go: string;
  readonly mark: string;
  readonly paper: string;
  readonly window: string;
  readonly help: string;
  readonly recent: string;
  readonly noRecent: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly minimize: string;
  readonly close: string;
  readonly about: string;
  readonly quit: string;
  readonly openFolder: string;
  readonly saveAs: string;
  readonly pageGone: string;
  readonly engineGone: string;
  readonly allSaved: string;
  readonly reload: string;
  readonly restart: string;
  readonly cannotStart: string;
  readonly notSaved: string;
  /** Above an address of a host that is not known. */
  readonly openUnknown: (host: string) => string;
  /** Above an address to write to. */
  readonly openMail: string;
  readonly openLink: string;
  readonly cancel: string;
  readonly askNoMore: string;
}

const en: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  mark: 'Mark',
  paper: 'Paper',
  window: 'Window',
  help: 'Help',
  recent: 'Open Recent',
  noRecent: 'No Recent Folders',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  minimize: 'Minimize',
  close: 'Close',
  about: 'About Lectern',
  quit: 'Quit',
  openFolder: 'Open a Folder of Digests',
  saveAs: 'Save As',
  pageGone: 'Lectern’s window has stopped working.',
  engineGone: 'Lectern’s reading engine has stopped working.',
  allSaved: 'Everything that was marked or noted is saved.',
  reload: 'Reload',
  restart: 'Restart',
  cannotStart: 'Lectern cannot start',
  notSaved: 'Lectern could not save everything',
  openUnknown: (host) => `Open this address on ${host} in your browser?`,
  openMail: 'Write to this address in your mail program?',
  openLink: 'Open',
  cancel: 'Cancel',
  askNoMore: 'Do not ask again for this site until Lectern is closed',
};

const ko: Words = {
  file: '파일',
  edit: '편집',
  view: '보기',
  go: '이동',
  mark: '표시',
  paper: '논문',
  window: '창',
  help: '도움말',
  recent: '최근 폴더 열기',
  noRecent: '최근 폴더 없음',
  cut: '잘라내기',
  copy: '복사',
  paste: '붙여넣기',
  selectAll: '모두 선택',
  minimize: '최소화',
  close: '닫기',
  about: 'Lectern 정보',
  quit: '종료',
  openFolder: '다이제스트 폴더 열기',
  saveAs: '다른 이름으로 저장',
  pageGone: 'Lectern 창이 멈췄습니다.',
  engineGone: 'Lectern의 읽기 엔진이 멈췄습니다.',
  allSaved: '표시와 메모는 모두 저장되어 있습니다.',
  reload: '다시 불러오기',
  restart: '다시 시작',
  cannotStart: 'Lectern을 시작할 수 없습니다',
  notSaved: '일부 내용을 저장하지 못했습니다',
  openUnknown: (host) => `브라우저에서 이 주소를 열까요? (${host})`,
  openMail: '메일 프로그램에서 이 주소로 메일을 쓸까요?',
  openLink: '열기',
  cancel: '취소',
  askNoMore: 'Lectern을 닫을 때까지 이 사이트는 묻지 않기',
};

export type NativeLanguage = 'ko' | 'en';

/** The language of menus and dialogs: as set, else the system's when that is Korean, else English. */
export function nativeLanguage(setting: Language, locale: string): NativeLanguage {
  if (setting !== 'system') return setting;
  return /^ko\b/i.test(locale) ? 'ko' : 'en';
}

export function wordsIn(language: NativeLanguage): Words {
  return language === 'ko' ? ko : en;
}
