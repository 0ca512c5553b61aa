import { defineMessages } from '../define.ts';

interface Contents {
  readonly read: string;
  readonly starred: string;
  readonly notes: string;
  readonly lists: string;
}
interface Dir {
  readonly dir: string;
}
interface Detail {
  readonly detail: string;
}

/** Where data live, how they are open, and their backups. */
export const data = defineMessages(
  {
    'data.readOnly': 'Only for reading',
    'data.readOnly.asked': 'They were opened only to be read.',
    'data.readOnly.in-use':
      'Another Lectern on this computer has your data open. Here you can read; marks and notes are made there.',
    'data.readOnly.in-use-elsewhere': ({ detail }: Detail) =>
      `The computer “${detail}” has your data open. If Lectern is not running there any more, you can use them here.`,
    'data.readOnly.newer': ({ detail }: Detail) =>
      `Your data were written by a newer Lectern (format ${detail}). Some of them may not show, and nothing is changed until you update this one.`,
    'data.readOnly.not-writable':
      'Your data folder cannot be written now. Nothing is lost; changes wait until it can.',
    'data.readOnly.missing': ({ detail }: Detail) =>
      `The folder of your data is not there: ${detail}. Connect the drive, or wait until it is synced.`,
    'data.tryAgain': 'Try again',
    'data.useHere': 'Use them here',
    'data.useDefault': 'Start anew in the usual place',
    'data.nowWritable': 'Your data are open for changes.',
    'data.stillReadOnly': 'It is still only for reading.',

    'data.place': 'Where it is',
    'data.place.hint': 'Marks, notes and lists are kept in this folder:',
    'data.place.fixed': 'LECTERN_DATA names this folder, so it cannot be moved from here.',
    'data.move': 'Move…',
    'data.move.label': 'Move to this folder',
    'data.move.hint':
      'A folder that is synced (Dropbox, Drive, Syncthing) works too. Your data are copied and checked before they are used there; what is here is left with a note.',
    'data.move.go': 'Move',
    'data.moved': ({ dir }: Dir) => `Your data are now in ${dir}.`,
    'data.occupied': ({ dir }: Dir) =>
      `There are data of Lectern in ${dir} already. Yours can be merged with them: every mark, note and list stays; of two notes about a paper the later one shows, the other is kept as an earlier version.`,
    'data.merge': 'Merge them',

    'data.backups': 'Backups',
    'data.backups.hint':
      'Lectern makes one every day on which something changed, and before anything replaces your data. The last 7 days and 8 weeks are kept.',
    'data.backups.none':
      'There is none yet: the first one is made once you have marked or noted something.',
    'data.backups.list': 'Backups that are kept',
    'data.backup.daily': 'daily',
    'data.backup.migration': 'before an update of the format',
    'data.backup.restore': 'before a restore',
    'data.backup.merge': 'before a merge',
    'data.backup.import': 'before an import',
    'data.saveFile': 'Save all in one file…',
    'data.fileSaved': ({ name }: { readonly name: string }) => `Saved as ${name}`,
    'data.chooseFile': 'Restore from a file…',
    'data.restore': 'Restore…',
    'data.restoreOf': ({ name }: { readonly name: string }) => `Restore the backup of ${name}…`,
    'data.restore.question': ({ name }: { readonly name: string }) => `Restore ${name}?`,
    'data.restore.contents': ({ read, starred, notes, lists }: Contents) =>
      `In it: ${read} read, ${starred} starred; notes: ${notes}; lists: ${lists}.`,
    'data.restore.latest': ({ date }: { readonly date: string }) => `Newest mark or note: ${date}.`,
    'data.restore.hint':
      'It takes the place of all that is here now. A backup of that is made first.',
    'data.restore.go': 'Restore',
    'data.working': 'A moment…',
    'data.size': ({ kilobytes }: { readonly kilobytes: string }) => `${kilobytes} KB`,

    'change.restored': 'Backup restored',
    'change.merged': 'Changes of another computer merged',

    'error.data-newer': 'This was written by a newer Lectern. Update this one to open it.',
    'error.data-there': 'There are data of Lectern in this folder already.',
    'error.read-only': 'Your data are open only for reading; nothing was changed.',
    'error.backup-invalid': 'This is not a whole backup of Lectern. Nothing was changed.',
    'error.place-unsuitable':
      'This folder cannot hold your data. Give the whole path of another one.',
    'error.fault.full': 'The disk is full; nothing was changed. Free some space and try again.',
    'error.fault.denied': 'Writing was not allowed; nothing was changed. Check the permissions.',
    'error.fault.read-only': 'The disk is read-only; nothing was changed.',
    'error.fault.device': 'The disk reports an error; nothing was changed. Check the disk.',

    'problem.state-merged': 'Changes of another computer were merged',
    'problem.state-merged.advice':
      'Nothing to do. Of two notes about a paper the later one shows; the other is among its earlier versions.',
    'problem.backup-failed': 'The daily backup could not be made',
    'problem.backup-failed.advice':
      'Free some space, or check the folder’s permissions. It is tried again by itself.',
    'problem.old-place-left': 'Your data have moved, but the old ones could not be put aside',
    'problem.old-place-left.advice':
      'Nothing is lost: everything is in the new folder. You may delete the old files yourself.',
  },
  {
    'data.readOnly': '읽기 전용',
    'data.readOnly.asked': '읽기만 하려고 열었습니다.',
    'data.readOnly.in-use':
      '이 컴퓨터의 다른 Lectern이 데이터를 열고 있습니다. 여기서는 읽을 수만 있고, 표시와 메모는 그쪽에서 할 수 있습니다.',
    'data.readOnly.in-use-elsewhere': ({ detail }) =>
      `‘${detail}’ 컴퓨터가 데이터를 열고 있습니다. 그곳에서 Lectern을 이미 끝냈다면 여기서 사용할 수 있습니다.`,
    'data.readOnly.newer': ({ detail }) =>
      `더 새로운 Lectern이 쓴 데이터입니다(형식 ${detail}). 일부가 보이지 않을 수 있으며, 이 Lectern을 업데이트할 때까지 아무것도 바꾸지 않습니다.`,
    'data.readOnly.not-writable':
      '지금은 데이터 폴더에 쓸 수 없습니다. 잃은 것은 없으며, 쓸 수 있게 되면 바꿀 수 있습니다.',
    'data.readOnly.missing': ({ detail }) =>
      `데이터 폴더가 없습니다: ${detail}. 드라이브를 연결하거나 동기화가 끝날 때까지 기다려 주세요.`,
    'data.tryAgain': '다시 시도',
    'data.useHere': '여기서 사용',
    'data.useDefault': '기본 위치에서 새로 시작',
    'data.nowWritable': '이제 데이터를 바꿀 수 있습니다.',
    'data.stillReadOnly': '아직 읽기 전용입니다.',

    'data.place': '저장 위치',
    'data.place.hint': '읽음 표시, 메모, 목록은 이 폴더에 있습니다:',
    'data.place.fixed': 'LECTERN_DATA로 지정한 폴더라서 여기서 옮길 수 없습니다.',
    'data.move': '옮기기…',
    'data.move.label': '옮길 폴더',
    'data.move.hint':
      'Dropbox, Drive, Syncthing처럼 동기화되는 폴더도 됩니다. 복사해 확인한 뒤에 그곳에서 사용하며, 이곳의 사본은 안내문과 함께 남겨 둡니다.',
    'data.move.go': '옮기기',
    'data.moved': ({ dir }) => `이제 데이터가 ${dir}에 있습니다.`,
    'data.occupied': ({ dir }) =>
      `${dir}에 이미 Lectern 데이터가 있습니다. 지금 데이터와 합칠 수 있습니다. 표시, 메모, 목록은 모두 남고, 같은 논문의 메모가 둘이면 나중 것이 보이고 다른 것은 이전 버전으로 남습니다.`,
    'data.merge': '합치기',

    'data.backups': '백업',
    'data.backups.hint':
      '바뀐 것이 있는 날마다, 그리고 데이터를 통째로 바꾸기 전에 백업을 만듭니다. 최근 7일과 8주의 백업을 보관합니다.',
    'data.backups.none': '아직 없습니다. 논문을 표시하거나 메모하면 첫 백업을 만듭니다.',
    'data.backups.list': '보관 중인 백업',
    'data.backup.daily': '매일',
    'data.backup.migration': '형식을 업데이트하기 전',
    'data.backup.restore': '복원하기 전',
    'data.backup.merge': '합치기 전',
    'data.backup.import': '가져오기 전',
    'data.saveFile': '파일 하나로 저장…',
    'data.fileSaved': ({ name }) => `저장했습니다: ${name}`,
    'data.chooseFile': '파일에서 복원…',
    'data.restore': '복원…',
    'data.restoreOf': ({ name }) => `${name} 백업 복원…`,
    'data.restore.question': ({ name }) => `‘${name}’ 백업을 복원할까요?`,
    'data.restore.contents': ({ read, starred, notes, lists }) =>
      `읽은 논문 ${read}편, 별표 ${starred}편, 메모 ${notes}개, 목록 ${lists}개가 들어 있습니다.`,
    'data.restore.latest': ({ date }) => `가장 최근 표시나 메모: ${date}.`,
    'data.restore.hint': '지금 있는 모든 것을 대신합니다. 그 전에 지금 상태를 백업합니다.',
    'data.restore.go': '복원',
    'data.working': '잠시 기다려 주세요…',
    'data.size': ({ kilobytes }) => `${kilobytes}KB`,

    'change.restored': '백업을 복원함',
    'change.merged': '다른 컴퓨터의 변경을 합침',

    'error.data-newer': '더 새로운 Lectern이 쓴 것입니다. 이 Lectern을 업데이트해 주세요.',
    'error.data-there': '이 폴더에는 이미 Lectern 데이터가 있습니다.',
    'error.read-only': '데이터를 읽기 전용으로 열어 아무것도 바뀌지 않았습니다.',
    'error.backup-invalid': '온전한 Lectern 백업이 아닙니다. 아무것도 바뀌지 않았습니다.',
    'error.place-unsuitable':
      '이 폴더에는 데이터를 둘 수 없습니다. 다른 폴더의 전체 경로를 넣어 주세요.',
    'error.fault.full':
      '디스크가 가득 차 아무것도 바뀌지 않았습니다. 공간을 확보하고 다시 시도하세요.',
    'error.fault.denied': '쓰기가 허용되지 않아 아무것도 바뀌지 않았습니다. 권한을 확인하세요.',
    'error.fault.read-only': '읽기 전용 디스크라서 아무것도 바뀌지 않았습니다.',
    'error.fault.device': '디스크 오류로 아무것도 바뀌지 않았습니다. 디스크를 확인하세요.',

    'problem.state-merged': '다른 컴퓨터의 변경을 합쳤습니다',
    'problem.state-merged.advice':
      '하실 일은 없습니다. 같은 논문의 메모가 둘이면 나중 것이 보이고, 다른 것은 이전 버전에 있습니다.',
    'problem.backup-failed': '오늘의 백업을 만들지 못했습니다',
    'problem.backup-failed.advice':
      '공간을 확보하거나 폴더 권한을 확인하세요. 저절로 다시 시도합니다.',
    'problem.old-place-left': '데이터는 옮겼지만 이전 파일을 정리하지 못했습니다',
    'problem.old-place-left.advice':
      '잃은 것은 없습니다. 모두 새 폴더에 있습니다. 이전 파일은 직접 지워도 됩니다.',
  },
);
