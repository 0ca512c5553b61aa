import { defineMessages } from '../define.ts';

interface Named {
  readonly name: string;
}

/** Words of notes: editor, links between papers, templates, earlier versions. */
export const notes = defineMessages(
  {
    'note.read': 'Read',
    'note.actions': 'More for this note',
    'note.template': 'Insert a template…',
    'note.versions': 'Earlier versions…',
    'note.mentions': 'Mentioned in the notes of',
    'note.quote': 'Quote',
    'note.quote.long': 'Quote in the note',
    'note.quote.nothing': 'Select a passage of the paper first.',
    'paper.notHere': 'This paper is in none of the opened folders.',
    'paper.openPage': 'Open its page',

    'templates.title': 'Insert a template',
    'templates.filter': 'Find a template',
    'templates.hint': 'Enter puts it into the note. Settings has a place for your own.',
    'templates.none': 'No template has this name.',
    'templates.review': 'Problem, method, result, my take',
    'templates.review.text': '## Problem\n\n\n## Method\n\n\n## Result\n\n\n## My take\n\n',
    'templates.questions': 'Open questions',
    'templates.questions.text': '## Open questions\n\n- [ ] \n',

    'versions.title': 'Earlier versions of this note',
    'versions.list': 'Versions, newest first',
    'versions.none':
      'No earlier version is kept yet. One is kept when you come back to a note and change it.',
    'versions.restore': 'Restore this version',
    'versions.restored': 'Restored. The note as it was before is among the versions.',
    'versions.text': 'Text of this version',
    'versions.changes': 'Show what has changed since',

    'settings.section.notes': 'Notes',
    'templates.settings.why':
      'Offered by “Insert a template” in a note, besides the two that are built in.',
    'templates.add': 'Add a template',
    'templates.name': 'Name',
    'templates.text': 'Text (Markdown)',
    'templates.delete': ({ name }: Named) => `Delete ${name}`,
    'templates.untitled': 'New template',
  },
  {
    'note.read': '읽기',
    'note.actions': '이 메모의 다른 작업',
    'note.template': '서식 넣기…',
    'note.versions': '이전 버전…',
    'note.mentions': '이 논문을 언급한 메모',
    'note.quote': '인용',
    'note.quote.long': '메모에 인용',
    'note.quote.nothing': '먼저 논문에서 인용할 부분을 선택하세요.',
    'paper.notHere': '열린 폴더 어디에도 이 논문이 없습니다.',
    'paper.openPage': '논문 페이지 열기',

    'templates.title': '서식 넣기',
    'templates.filter': '서식 찾기',
    'templates.hint': 'Enter를 누르면 메모에 들어갑니다. 나만의 서식은 설정에서 만듭니다.',
    'templates.none': '이 이름의 서식이 없습니다.',
    'templates.review': '문제, 방법, 결과, 내 생각',
    'templates.review.text': '## 문제\n\n\n## 방법\n\n\n## 결과\n\n\n## 내 생각\n\n',
    'templates.questions': '남은 질문',
    'templates.questions.text': '## 남은 질문\n\n- [ ] \n',

    'versions.title': '이 메모의 이전 버전',
    'versions.list': '버전, 최신순',
    'versions.none':
      '아직 보관된 이전 버전이 없습니다. 나중에 다시 고치면 그 전의 글이 보관됩니다.',
    'versions.restore': '이 버전으로 되돌리기',
    'versions.restored': '되돌렸습니다. 바로 전의 메모도 버전에 남아 있습니다.',
    'versions.text': '이 버전의 글',
    'versions.changes': '그 뒤로 바뀐 부분 보기',

    'settings.section.notes': '메모',
    'templates.settings.why': '메모의 “서식 넣기”에 기본 서식 두 가지와 함께 나옵니다.',
    'templates.add': '서식 추가',
    'templates.name': '이름',
    'templates.text': '내용 (마크다운)',
    'templates.delete': ({ name }) => `${name} 삭제`,
    'templates.untitled': '새 서식',
  },
);
