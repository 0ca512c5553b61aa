import { defineMessages, plural } from '../define.ts';

interface Counted {
  readonly count: number;
}
interface Written extends Counted {
  readonly name: string;
}

/** Words of the export dialog. */
export const exporting = defineMessages(
  {
    'export.title': 'Export',
    'export.what': ({ count, name }: Written) => `${name}: ${plural(count, 'paper', 'papers')}`,
    'export.selection': ({ count }: Counted) => `Selection: ${plural(count, 'paper', 'papers')}`,
    'export.everything': 'Everything of yours',
    'export.nothing': 'There are no papers here to export.',
    'export.format': 'Format',
    'export.group.read': 'To read',
    'export.group.cite': 'To cite',
    'export.group.data': 'Data',
    'export.markdown': 'Markdown',
    'export.markdown.hint': 'A readable list with links, authors and summaries.',
    'export.html': 'HTML page',
    'export.html.hint':
      'One page that needs nothing else, with typeset formulas. It prints well and loads nothing.',
    'export.obsidian': 'Obsidian',
    'export.obsidian.hint':
      'Notes with properties for an Obsidian vault. Nothing that a digest holds is run by plug-ins.',
    'export.org': 'Org',
    'export.org.hint': 'An outline with properties for Emacs Org mode.',
    'export.template': 'Your template',
    'export.template.hint': 'Text of your own making, written in the Liquid template language.',
    'export.digest': 'Markdown digest',
    'export.digest.hint': 'Papers by day, as Lectern opens them again. Without notes.',
    'export.references': 'References',
    'export.references.hint': 'Formatted references to paste into a text.',
    'export.bibtex': 'BibTeX',
    'export.bibtex.hint':
      'Entries for LaTeX with natbib, and for reference managers. Notes stand in annote.',
    'export.biblatex': 'BibLaTeX',
    'export.biblatex.hint': 'Entries for LaTeX with biblatex and biber. Notes stand in annote.',
    'export.ris': 'RIS',
    'export.ris.hint': 'For Zotero, EndNote, Mendeley and other reference managers.',
    'export.csljson': 'CSL-JSON',
    'export.csljson.hint': 'For pandoc, Zotero and everything else that formats citations.',
    'export.csv': 'CSV table',
    'export.csv.hint': 'For spreadsheets and scripts. Nothing in it is taken for a formula.',
    'export.json': 'JSON',
    'export.json.hint': 'These papers with your marks, which Lectern can import.',
    'export.backup': 'All my data',
    'export.backup.hint':
      'Your marks, notes with their earlier versions, lists and settings as JSON, which Lectern can import elsewhere.',
    'export.option.notes': 'With my notes',
    'export.option.summaries': 'With summaries',
    'export.option.separate': 'A file for each paper (ZIP)',
    'export.option.bom': 'Made for Excel (byte order mark)',
    'export.option.citationKey': 'Citation keys',
    'export.option.citationStyle': 'Style',
    'export.option.citationStyle.hint':
      'Styles of the Citation Style Language project (citationstyles.org), formatted by citeproc-js.',
    'export.option.template': 'Template',
    'export.option.template.hint':
      'Of each paper: key, title, latex_title, authors, date, year, votes, arxiv, doi, url, pdf, project, code, read, starred, lists, summary, note. Filters: markdown, latex, html, csv, org, json.',
    'export.preview': 'How it begins',
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
  },
  {
    'export.title': '내보내기',
    'export.what': ({ count, name }) => `${name}: 논문 ${count.toLocaleString('ko')}편`,
    'export.selection': ({ count }) => `선택한 논문 ${count.toLocaleString('ko')}편`,
    'export.everything': '내 데이터 전부',
    'export.nothing': '여기에는 내보낼 논문이 없습니다.',
    'export.format': '형식',
    'export.group.read': '읽기',
    'export.group.cite': '인용',
    'export.group.data': '데이터',
    'export.markdown': '마크다운',
    'export.markdown.hint': '링크, 저자, 요약이 있는 읽기 좋은 목록입니다.',
    'export.html': 'HTML 페이지',
    'export.html.hint':
      '다른 파일이 필요 없는 한 페이지입니다. 수식이 보이고 인쇄하기 좋으며 아무것도 불러오지 않습니다.',
    'export.obsidian': 'Obsidian',
    'export.obsidian.hint':
      'Obsidian 보관함을 위한, 속성이 있는 노트입니다. 다이제스트에 든 것은 플러그인이 실행하지 못합니다.',
    'export.org': 'Org',
    'export.org.hint': 'Emacs Org 모드를 위한, 속성이 있는 개요입니다.',
    'export.template': '내 템플릿',
    'export.template.hint': 'Liquid 템플릿 언어로 직접 정하는 텍스트입니다.',
    'export.digest': '마크다운 다이제스트',
    'export.digest.hint': 'Lectern에서 다시 열 수 있는 날짜별 논문입니다. 메모는 빠집니다.',
    'export.references': '참고 문헌',
    'export.references.hint': '글에 붙여 넣을 수 있게 양식을 갖춘 참고 문헌입니다.',
    'export.bibtex': 'BibTeX',
    'export.bibtex.hint':
      'LaTeX의 natbib과 문헌 관리 프로그램을 위한 항목입니다. 메모는 annote에 들어갑니다.',
    'export.biblatex': 'BibLaTeX',
    'export.biblatex.hint':
      'LaTeX의 biblatex과 biber를 위한 항목입니다. 메모는 annote에 들어갑니다.',
    'export.ris': 'RIS',
    'export.ris.hint': 'Zotero, EndNote, Mendeley 같은 문헌 관리 프로그램을 위한 형식입니다.',
    'export.csljson': 'CSL-JSON',
    'export.csljson.hint': 'pandoc, Zotero 등 인용을 만드는 모든 프로그램을 위한 형식입니다.',
    'export.csv': 'CSV 표',
    'export.csv.hint': '스프레드시트와 스크립트를 위한 표입니다. 수식으로 계산되는 칸은 없습니다.',
    'export.json': 'JSON',
    'export.json.hint': '이 논문들과 내 표시입니다. Lectern에서 다시 가져올 수 있습니다.',
    'export.backup': '내 데이터 전부',
    'export.backup.hint':
      '읽음 표시, 메모와 이전 버전, 목록, 설정을 담은 JSON입니다. 다른 곳의 Lectern에서 가져올 수 있습니다.',
    'export.option.notes': '내 메모 포함',
    'export.option.summaries': '요약 포함',
    'export.option.separate': '논문마다 파일 하나 (ZIP)',
    'export.option.bom': 'Excel용 (바이트 순서 표시)',
    'export.option.citationKey': '인용 키',
    'export.option.citationStyle': '양식',
    'export.option.citationStyle.hint':
      'Citation Style Language 프로젝트(citationstyles.org)의 양식이며 citeproc-js가 만듭니다.',
    'export.option.template': '템플릿',
    'export.option.template.hint':
      '논문마다: key, title, latex_title, authors, date, year, votes, arxiv, doi, url, pdf, project, code, read, starred, lists, summary, note. 필터: markdown, latex, html, csv, org, json.',
    'export.preview': '미리 보기',
    'export.copy': '복사',
    'export.save': '저장…',
    'export.working': '쓰는 중…',
    'export.copied': ({ count }) => `논문 ${count.toLocaleString('ko')}편을 복사했습니다.`,
    'export.saved': ({ count, name }) =>
      `논문 ${count.toLocaleString('ko')}편을 저장했습니다: ${name}`,
    'export.downloaded': ({ count, name }) =>
      `논문 ${count.toLocaleString('ko')}편을 브라우저 다운로드로 넘겼습니다: ${name}`,
    'export.search': ({ name, search }) => `${name}, “${search}”`,
  },
);
