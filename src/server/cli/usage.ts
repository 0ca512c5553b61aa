/** What `lectern help` prints. */
import { citationStyles, exportFormatNames } from '../../shared/export-formats.ts';
import type { CommandName } from './options.ts';
import type { CliLanguage } from './words.ts';

const HALF = Math.ceil(exportFormatNames.length / 2);
const FORMATS = exportFormatNames.slice(0, HALF).join(' ');
const MORE_FORMATS = exportFormatNames.slice(HALF).join(' ');
const STYLES = Object.keys(citationStyles).join(' ');

const en: Readonly<Record<CommandName | 'all', string>> = {
  all: `Lectern: reads daily research-paper digests.

  lectern serve [folder] [--port N] [--no-open]     the app, in the browser
  lectern search <query> [folder…]                  papers that a search finds
  lectern export [folder…] --list NAME --format F   papers as BibTeX, CSV and others
  lectern import <file|->                           marks, notes, lists, bibliographies
  lectern stats [folder…]                           what there is, and what was read
  lectern help <command>                            all of a command's options
  lectern --version

Folders are those that Lectern has open, unless some are named. Results go to the standard output, messages to
the standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing found, 4 another Lectern has the data.
Reader state lives in the user's data directory, or where LECTERN_DATA says.
`,
  serve: `lectern serve [folder] [--port N] [--no-open]

Runs Lectern in the browser, on this computer alone, until Ctrl-C.

  folder      a folder of digests to open at once
  --port N    listen on this port of 127.0.0.1 (otherwise any free one)
  --no-open   do not open the browser, only print the address
`,
  search: `lectern search <query> [folder…] [--json] [--limit N] [--sort KEY] [--reverse]

Prints the papers that a search finds, best first, one a line: day, votes, title, address (separated by tabs).
The query is the app's own: words, "in a row", -without, OR, author: title: note: date: votes: is: has: list: in:

  --json      an array of objects
  --limit N   at most N papers
  --sort KEY  relevance, date, votes, title, authors or added
  --reverse   the other way round
`,
  export: `lectern export [folder…] SELECTION [--format F] [--out FILE|FOLDER|-] [options]

  --list NAME     a reading list, smart ones too     --starred   papers with a star
  --search QUERY  what a search finds                --all       every paper
  --day DAY       2024-02-05, 2024-02, 2024, 7d, 2024-01..2024-03

  --format F      ${FORMATS}
                  ${MORE_FORMATS} (markdown if left out)
  --out FILE      written whole or not at all; never into a folder of digests. Without it, or with -: standard output
  --separate      a file for each paper, into the folder that --out names (obsidian)
  --notes         with the reader's own notes
  --no-summaries  without the digests' summaries
  --bom           a mark by which Excel knows UTF-8 (csv)
  --style NAME    ${STYLES} (references)
  --key PATTERN   of citation keys, such as [author][year][title]
  --template FILE a Liquid template (template)
  --title TITLE   what the export is called
  --language L    ko or en: of the few words that an export adds
  --sort, --reverse, --limit   as of lectern search

A backup (--format backup) holds everything of the reader's own and takes no selection.
`,
  import: `lectern import <file|-> [--as-list NAME] [--merge|--replace] [--dry-run] [--json]

Reads Lectern's own JSON (marks, notes, lists, settings), or BibTeX, RIS, CSL-JSON or text with links as a list.
What it will change is printed. While another Lectern has the data open, nothing is changed (exit code 4).

  --as-list NAME  what the list is called (otherwise as the file)
  --merge         add to what there is (the default)
  --replace       let Lectern's JSON take the place of what there is
  --dry-run       only print what would change
  --json          print that as JSON
`,
  stats: `lectern stats [folder…] [--json]

Prints how many papers there are and were read, by votes, authors and lists.
`,
  help: `lectern help [command]
`,
};

const ko: Readonly<Record<CommandName | 'all', string>> = {
  all: `Lectern: 매일의 논문 다이제스트를 읽는 앱입니다.

  lectern serve [폴더] [--port N] [--no-open]       브라우저에서 앱 열기
  lectern search <검색어> [폴더…]                   검색에 걸리는 논문
  lectern export [폴더…] --list 이름 --format 형식  BibTeX, CSV 등으로 내보내기
  lectern import <파일|->                           표시, 메모, 목록, 참고 문헌 가져오기
  lectern stats [폴더…]                             무엇이 있고 얼마나 읽었는지
  lectern help <명령>                               명령의 모든 옵션
  lectern --version

폴더를 적지 않으면 Lectern에 열린 폴더를 씁니다. 결과는 표준 출력에, 안내는 표준 오류에 씁니다.
종료 코드: 0 완료, 1 실패, 2 잘못된 사용, 3 찾은 것 없음, 4 다른 Lectern이 데이터를 쓰는 중.
데이터는 사용자 데이터 폴더, 또는 LECTERN_DATA가 가리키는 곳에 있습니다.
`,
  serve: `lectern serve [폴더] [--port N] [--no-open]

Ctrl-C를 누를 때까지 이 컴퓨터의 브라우저에서 Lectern을 엽니다.

  폴더        바로 열 다이제스트 폴더
  --port N    127.0.0.1의 이 포트를 씀(없으면 비어 있는 아무 포트)
  --no-open   브라우저를 열지 않고 주소만 출력
`,
  search: `lectern search <검색어> [폴더…] [--json] [--limit N] [--sort 기준] [--reverse]

검색에 걸리는 논문을 가장 알맞은 것부터 한 줄에 하나씩 출력합니다: 날짜, 추천, 제목, 주소(탭으로 구분).
검색어는 앱과 같습니다: 낱말, "이어진 낱말", -제외, OR, 저자: 제목: 메모: 날짜: 추천: 상태: 포함: 목록: 폴더:

  --json      객체 배열로 출력
  --limit N   많아야 N편
  --sort 기준 relevance, date, votes, title, authors, added
  --reverse   거꾸로
`,
  export: `lectern export [폴더…] 고를 것 [--format 형식] [--out 파일|폴더|-] [옵션]

  --list 이름     읽기 목록(스마트 목록도)          --starred   별표한 논문
  --search 검색어 검색에 걸리는 논문                --all       모든 논문
  --day 날짜      2024-02-05, 2024-02, 2024, 7d, 2024-01..2024-03

  --format 형식   ${FORMATS}
                  ${MORE_FORMATS} (없으면 markdown)
  --out 파일      온전히 쓰거나 전혀 쓰지 않으며 다이제스트 폴더에는 쓰지 않음. 없거나 -이면 표준 출력
  --separate      논문마다 파일 하나씩, --out이 가리키는 폴더에(obsidian)
  --notes         내 메모 포함
  --no-summaries  다이제스트의 요약 제외
  --bom           Excel이 UTF-8을 알아보게 하는 표시(csv)
  --style 이름    ${STYLES} (references)
  --key 틀        인용 키의 틀, 예: [author][year][title]
  --template 파일 Liquid 템플릿(template)
  --title 제목    내보낸 것의 제목
  --language 언어 ko 또는 en: 내보낼 때 덧붙는 몇 낱말의 언어
  --sort, --reverse, --limit   lectern search와 같음

백업(--format backup)은 내 것 전부를 담으며 따로 고르지 않습니다.
`,
  import: `lectern import <파일|-> [--as-list 이름] [--merge|--replace] [--dry-run] [--json]

Lectern의 JSON(표시, 메모, 목록, 설정)을 읽거나, BibTeX, RIS, CSL-JSON, 링크가 든 글을 목록으로 읽습니다.
무엇이 바뀌는지 출력합니다. 다른 Lectern이 데이터를 쓰고 있으면 아무것도 바꾸지 않습니다(종료 코드 4).

  --as-list 이름  목록 이름(없으면 파일 이름)
  --merge         있는 것에 더하기(기본)
  --replace       Lectern JSON으로 있는 것을 바꾸기
  --dry-run       바뀔 것만 출력
  --json          JSON으로 출력
`,
  stats: `lectern stats [폴더…] [--json]

논문이 몇 편이고 얼마나 읽었는지 추천, 저자, 목록별로 출력합니다.
`,
  help: `lectern help [명령]
`,
};

/** The help on a command, or on all of them. */
export function usage(topic: CommandName | null, language: CliLanguage): string {
  return (language === 'ko' ? ko : en)[topic ?? 'all'];
}
