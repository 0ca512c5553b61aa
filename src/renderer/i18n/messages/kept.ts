import { defineMessages, plural } from '../define.ts';

interface Named {
  readonly name: string;
}
interface InFolder {
  readonly folder: string;
}

/** Words of folders that are kept as an export is. */
export const kept = defineMessages(
  {
    'kept.open': 'Keep Up to Date…',
    'kept.title': 'Keep a folder up to date',
    'kept.hint': ({ name, format }: Named & { readonly format: string }) =>
      `“${name}” is written as ${format} now, and again whenever its papers or your notes change.`,
    'kept.hint.separate': ({ name, format }: Named & { readonly format: string }) =>
      `“${name}” is written as ${format}, a file for each paper, now and again whenever its papers or your notes change.`,
    'kept.folder': 'Folder',
    'kept.choose': 'Choose…',
    'kept.file': 'File name',
    'kept.own':
      'Only files that Lectern itself wrote here are replaced or deleted. One that you change is kept under another name.',
    'kept.go': 'Keep Up to Date',
    'kept.done': ({ folder }: InFolder) => `${folder} is kept up to date from now on.`,
    'kept.show': 'Show',
    'kept.removed': ({ folder }: InFolder) =>
      `${folder} is not kept any more. What was written stays.`,
    'kept.aside': ({ name }: Named) =>
      `You had changed a kept file: your version is “${name}” now.`,

    'settings.section.exports': 'Exports',
    'kept.section': 'Folders kept up to date',
    'kept.section.hint':
      'An export that follows every change, for LaTeX, Obsidian and the like. Make one in the export dialog.',
    'kept.none': 'There is none yet. Open a list or a search, choose Export, then Keep Up to Date.',
    'kept.readOnly': 'Your data are open only for reading; no export is written now.',
    'kept.soon': 'It is written in a moment.',
    'kept.written': ({ count, time }: { readonly count: number; readonly time: string }) =>
      `${plural(count, 'file', 'files')}, last changed ${time}`,
    'kept.taken': ({ count, name }: Named & { readonly count: number }) =>
      count === 1
        ? `“${name}” is a file of yours and was left alone. Rename it to have the paper written.`
        : `${plural(count, 'file', 'files')} of yours have names that papers need (“${name}” …) and were left alone. Rename them to have the papers written.`,
    'kept.asideList': ({ names }: { readonly names: string }) => `Your changed versions: ${names}`,
    'kept.write': 'Write now',
    'kept.writeOf': ({ name }: Named) => `Write now: ${name}`,
    'kept.showFolder': 'Show folder',
    'kept.showFolderOf': ({ name }: Named) => `Show folder: ${name}`,
    'kept.copyPathOf': ({ name }: Named) => `Copy the path: ${name}`,
    'kept.remove': 'Keep no longer',
    'kept.removeOf': ({ name }: Named) => `Keep no longer: ${name}`,

    'error.export-there':
      'A file of that name is there already, or another export is kept here. Choose another name or folder.',
    'error.export-waits': 'It waits until this folder can be read, so that no paper goes missing.',
    'problem.export-not-kept': 'A folder could not be kept up to date',
    'problem.export-not-kept.advice':
      'Put the folder back, or see Settings, Exports. It is tried again by itself.',
  },
  {
    'kept.open': '자동 갱신…',
    'kept.title': '폴더 자동 갱신',
    'kept.hint': ({ name, format }) =>
      `‘${name}’의 논문을 ${format} 형식으로 지금 쓰고, 논문이나 메모가 바뀔 때마다 다시 씁니다.`,
    'kept.hint.separate': ({ name, format }) =>
      `‘${name}’의 논문마다 파일 하나씩 ${format} 형식으로 지금 쓰고, 논문이나 메모가 바뀔 때마다 다시 씁니다.`,
    'kept.folder': '폴더',
    'kept.choose': '선택…',
    'kept.file': '파일 이름',
    'kept.own':
      'Lectern이 직접 쓴 파일만 바꾸거나 지웁니다. 직접 고친 파일은 다른 이름으로 남겨 둡니다.',
    'kept.go': '자동 갱신',
    'kept.done': ({ folder }) => `이제 ${folder} 폴더를 자동으로 갱신합니다.`,
    'kept.show': '보기',
    'kept.removed': ({ folder }) =>
      `${folder} 폴더를 더는 갱신하지 않습니다. 이미 쓴 파일은 남습니다.`,
    'kept.aside': ({ name }) => `고치신 파일은 다른 이름으로 남겨 두었습니다: ${name}`,

    'settings.section.exports': '내보내기',
    'kept.section': '자동으로 갱신하는 폴더',
    'kept.section.hint':
      'LaTeX이나 Obsidian에서 쓸 수 있게, 바뀔 때마다 다시 내보냅니다. 내보내기 창에서 만듭니다.',
    'kept.none': '아직 없습니다. 목록이나 검색을 열고 내보내기에서 ‘자동 갱신’을 선택하세요.',
    'kept.readOnly': '데이터를 읽기 전용으로 열어 지금은 쓰지 않습니다.',
    'kept.soon': '곧 씁니다.',
    'kept.written': ({ count, time }) =>
      `파일 ${count.toLocaleString('ko')}개, 마지막 변경 ${time}`,
    'kept.taken': ({ count, name }) =>
      count === 1
        ? `Lectern이 쓰지 않은 파일이라 그대로 두었습니다: ${name}. 그 이름을 바꾸면 논문을 씁니다.`
        : `논문에 필요한 이름의 파일 ${count.toLocaleString('ko')}개(‘${name}’ 등)는 Lectern이 쓴 것이 아니어서 그대로 두었습니다. 이름을 바꾸면 논문을 씁니다.`,
    'kept.asideList': ({ names }) => `고치신 파일: ${names}`,
    'kept.write': '지금 쓰기',
    'kept.writeOf': ({ name }) => `지금 쓰기: ${name}`,
    'kept.showFolder': '폴더 보기',
    'kept.showFolderOf': ({ name }) => `폴더 보기: ${name}`,
    'kept.copyPathOf': ({ name }) => `경로 복사: ${name}`,
    'kept.remove': '갱신 중지',
    'kept.removeOf': ({ name }) => `갱신 중지: ${name}`,

    'error.export-there':
      '같은 이름의 파일이 이미 있거나, 다른 내보내기가 이곳을 쓰고 있습니다. 다른 이름이나 폴더를 선택하세요.',
    'error.export-waits': '논문이 빠지지 않게, 이 폴더를 읽을 수 있을 때까지 기다립니다.',
    'problem.export-not-kept': '폴더를 갱신하지 못했습니다',
    'problem.export-not-kept.advice':
      '폴더를 되돌려 놓거나 설정의 ‘내보내기’를 확인하세요. 저절로 다시 시도합니다.',
  },
);
