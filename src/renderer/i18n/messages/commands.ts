import { defineMessages, plural } from '../define.ts';

interface Counted {
  readonly count: number;
}

interface Named {
  readonly name: string;
}
interface Keyed extends Named {
  readonly key: string;
}

const papers = (count: number): string => plural(count, 'paper', 'papers');
const ko = (count: number): string => `논문 ${count.toLocaleString('ko')}편`;

/** Words of commands: selection, context menus, palette, history, marking what is old. */
export const commands = defineMessages(
  {
    'selection.count': ({ count }: Counted) => `${papers(count)} selected`,
    'selection.advice': ({ count }: Counted): string =>
      count === 1
        ? 'Move on and add others. What you do now is done to what is selected.'
        : 'What you do now is done to all of them, and undone in one step.',
    'menu.paper': 'Actions for this paper',
    'menu.copyText': 'Copy Text',
    'menu.openLink': 'Open Link',
    'link.openMail': 'Write to this address in your mail program?',
    'menu.copyLink': 'Copy Link Address',
    'link.none.abstract': 'This paper has no link.',
    'link.none.pdf': 'No PDF is known for this paper.',
    'link.none.project': 'No project page is known for this paper.',
    'link.none.code': 'No code is known for this paper.',
    'list.inNoList': 'This paper is in no list.',
    'copy.links': ({ count }: Counted) => plural(count, 'link copied', 'links copied') + '.',
    'copy.citations': ({ count }: Counted) =>
      plural(count, 'citation copied', 'citations copied') + '.',
    'copy.bibtex': ({ count }: Counted) => `BibTeX of ${papers(count)} copied.`,
    'go.noFurther': 'There is nothing further in this direction.',
    'go.noList': ({ number }: { readonly number: number }) =>
      `There is no reading list ${String(number)}.`,
    'go.noListHere': 'Go to a reading list first.',
    'go.noFolderHere': 'Go to a folder first.',
    'history.atStart': 'This is the first paper that you read here.',
    'history.atEnd': 'This is the paper that you read last.',
    'zoom.byBrowser':
      'Your browser zooms this page itself: hold Ctrl (⌘ on a Mac) and press + or −.',

    'settings.section.keys': 'Keys',
    'keys.hint':
      'A key works where its command does: everywhere, or only in one pane. Menus, tooltips and the help sheet follow.',
    'keys.new': 'Add key',
    'keys.add': ({ name }: Named) => `Add key for ${name}`,
    'keys.press': 'Press keys… Esc stops',
    'keys.remove': ({ key, name }: Keyed) => `Take ${key} from ${name}`,
    'keys.reset': ({ name }: Named) => `Reset the keys of ${name}`,
    'keys.resetAll': 'Reset all keys',
    'keys.taken': ({ key, name }: Keyed) => `${key} belongs to ${name}.`,
    'keys.move': 'Move it here',
    'keys.conflict': ({ key }: { readonly key: string }) =>
      `${key} is the key of several commands. Which one keeps it?`,

    'older.title': 'Mark older papers read',
    'older.days': 'Older than this many days',
    'older.before': ({ date, count }: Counted & { readonly date: string }) =>
      count === 0
        ? `No unread paper in this list is from before ${date}.`
        : `${plural(count, 'unread paper', 'unread papers')} in this list ${count === 1 ? 'is' : 'are'} from before ${date}.`,
    'older.counting': 'Counting…',
    'older.invalid': 'Type a number of days: 0 or more.',
    'older.mark': 'Mark read',

    'palette.title': 'Command palette',
    'palette.label': 'Find a command, list, day or paper',
    'palette.none': 'Nothing is called like this.',
    'palette.hint': 'Enter runs it. Korean initial consonants work: ㄷㅇㄴㅁ finds 다음 논문.',
    'palette.kind.command': 'Command',
    'palette.kind.view': 'View',
    'palette.kind.list': 'Reading list',
    'palette.kind.folder': 'Folder',
    'palette.kind.day': 'Day',
    'palette.kind.month': 'Month',
    'palette.kind.paper': 'Paper',
  },
  {
    'selection.count': ({ count }: Counted) => `${ko(count)} 선택됨`,
    'selection.advice': ({ count }) =>
      count === 1
        ? '다른 논문으로 옮겨 가서 더 고를 수 있습니다. 이제 하는 일은 선택한 논문에 적용됩니다.'
        : '이제 하는 일은 선택한 논문 모두에 적용되고, 한\u00a0번에 되돌릴 수 있습니다.',
    'menu.paper': '이 논문으로 할 일',
    'menu.copyText': '텍스트 복사',
    'menu.openLink': '링크 열기',
    'link.openMail': '메일 프로그램에서 이 주소로 메일을 쓸까요?',
    'menu.copyLink': '링크 주소 복사',
    'link.none.abstract': '이 논문에는 링크가 없습니다.',
    'link.none.pdf': '이 논문의 PDF를 알 수 없습니다.',
    'link.none.project': '이 논문의 프로젝트 페이지를 알 수 없습니다.',
    'link.none.code': '이 논문의 코드를 알 수 없습니다.',
    'list.inNoList': '이 논문은 어느 목록에도 없습니다.',
    'copy.links': ({ count }: Counted) => `링크 ${count.toLocaleString('ko')}개를 복사했습니다.`,
    'copy.citations': ({ count }: Counted) =>
      `인용문 ${count.toLocaleString('ko')}개를 복사했습니다.`,
    'copy.bibtex': ({ count }: Counted) => `${ko(count)}의 BibTeX를 복사했습니다.`,
    'go.noFurther': '이 방향으로는 더 없습니다.',
    'go.noList': ({ number }: { readonly number: number }) =>
      `${String(number)}번 읽기 목록이 없습니다.`,
    'go.noListHere': '먼저 읽기 목록으로 이동하세요.',
    'go.noFolderHere': '먼저 폴더로 이동하세요.',
    'history.atStart': '여기서 처음 읽은 논문입니다.',
    'history.atEnd': '가장 나중에 읽은 논문입니다.',
    'zoom.byBrowser':
      '이 페이지는 브라우저가 확대합니다. Ctrl(Mac은 ⌘)을 누른 채 + 또는 −를 누르세요.',

    'settings.section.keys': '단축키',
    'keys.hint':
      '단축키는 그 명령이 통하는 곳에서 작동합니다. 어디서나 통하는 명령도 있고, 한\u00a0창에서만 통하는 명령도 있습니다. 메뉴와 도움말도 따라 바뀝니다.',
    'keys.new': '키 추가',
    'keys.add': ({ name }: Named) => `‘${name}’에 키 추가`,
    'keys.press': '키를 누르세요… Esc는 중지',
    'keys.remove': ({ key, name }: Keyed) => `‘${name}’에서 ${key} 빼기`,
    'keys.reset': ({ name }: Named) => `‘${name}’의 키 되돌리기`,
    'keys.resetAll': '모든 키 되돌리기',
    'keys.taken': ({ key, name }: Keyed) => `${key}: 이미 ‘${name}’의 키입니다.`,
    'keys.move': '이쪽으로 옮기기',
    'keys.conflict': ({ key }: { readonly key: string }) =>
      `${key}: 여러 명령의 키입니다. 어느 명령에 둘까요?`,

    'older.title': '오래된 논문을 읽음으로 표시',
    'older.days': '며칠보다 오래된 논문',
    'older.before': ({ date, count }: Counted & { readonly date: string }) =>
      count === 0
        ? `이 목록에는 ${date} 이전의 안 읽은 논문이 없습니다.`
        : `이 목록에 ${date} 이전의 안 읽은 논문이 ${count.toLocaleString('ko')}편 있습니다.`,
    'older.counting': '세는 중…',
    'older.invalid': '날수를 0 이상의 숫자로 입력하세요.',
    'older.mark': '읽음으로 표시',

    'palette.title': '명령 팔레트',
    'palette.label': '명령, 목록, 날짜, 논문 찾기',
    'palette.none': '이런 이름은 없습니다.',
    'palette.hint': 'Enter로 실행합니다. 초성으로도 찾습니다: ㄷㅇㄴㅁ → 다음 논문',
    'palette.kind.command': '명령',
    'palette.kind.view': '보기',
    'palette.kind.list': '읽기 목록',
    'palette.kind.folder': '폴더',
    'palette.kind.day': '날짜',
    'palette.kind.month': '달',
    'palette.kind.paper': '논문',
  },
);
