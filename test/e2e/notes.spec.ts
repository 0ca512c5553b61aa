import type { CDPSession, Page } from '@playwright/test';
import {
  beginNote,
  expect,
  goTo,
  openDigests,
  read,
  reader,
  row,
  rows,
  selectedRow,
  test,
  view,
} from './lectern.ts';

const note = (page: Page) => reader(page).getByRole('textbox', { name: 'Note about this paper' });

/** The note's text as the editor holds it, line by line. */
const lines = (page: Page) => note(page).locator('.cm-line');

/** The papers that are offered while `[[` is being typed. */
const offered = (page: Page) => page.locator('.cm-tooltip-autocomplete').getByRole('option');

/** Opens a paper's note by key. */
async function write(page: Page, title: string): Promise<void> {
  await read(page, title);
  await beginNote(page);
}

test('a note is kept while it is typed, through reload, other papers and a new start', async ({
  lectern,
}) => {
  let page = await openDigests(lectern);
  const text = '표와 수식을 다시 볼 것: $x^2$ **and soon**';
  await write(page, 'Kite');
  await page.keyboard.insertText(text);
  await expect(reader(page).getByText('Saved')).toBeVisible();
  await expect(row(page, 'Kite')).toContainText('With a note');

  await reader(page).getByRole('button', { name: 'Read', exact: true }).click();
  await expect(reader(page).locator('strong', { hasText: 'and soon' })).toBeVisible();
  await expect(reader(page).locator('.note .katex')).toBeVisible();
  await read(page, 'Harbour');
  await expect(reader(page).getByRole('button', { name: /^Write what you think/ })).toBeVisible();
  await read(page, 'Kite');
  await expect(reader(page).locator('strong', { hasText: 'and soon' })).toBeVisible();
  await reader(page).getByRole('button', { name: 'Write', exact: true }).click();
  await expect(note(page)).toHaveText(text);

  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(rows(page)).toHaveCount(1);
  await expect(reader(page).locator('strong', { hasText: 'and soon' })).toBeVisible();

  page = await lectern.start();
  await goTo(page, /^With Notes/);
  await page.keyboard.press('n');
  await expect(note(page)).toHaveText(text);
});

test('a paper is found by its note, and the row shows where', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await goTo(page, /^All Papers/);
  await write(page, 'Kite');
  await page.keyboard.insertText(
    '## 메모\n\n**심층강화학습**과 견줄 것: PPO, 그리고 그 밖의 여러 방법',
  );
  await expect(reader(page).getByText('Saved')).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Search papers' });
  await field.fill('ㅅㅊㄱㅎ ppo');
  await expect(rows(page)).toHaveCount(1);
  await expect(selectedRow(page)).toContainText('심층강화학습과 견줄 것: PPO');
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Kite');
  await field.fill('note:견줄');
  await expect(rows(page)).toHaveCount(1);
  await field.fill('title:견줄');
  await expect(page.getByText('Nothing found')).toBeVisible();
});

test('the last words before the page is left are not lost', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  await page.keyboard.insertText('마지막 말');
  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(reader(page).locator('.note')).toContainText('마지막 말');
});

test('letters typed into a note are no commands, and undo in it is its own', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await beginNote(page);
  await page.keyboard.type('jkmsuzo');
  await expect(note(page)).toHaveText('jkmsuzo');
  await expect(view(page, /^Starred$/)).toBeVisible();
  await expect(view(page, /^All Papers, 15 unread$/)).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(note(page)).not.toContainText('jk');
  await page.keyboard.press('Control+z');
  await expect(view(page, /^All Papers, 15 unread$/)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(note(page)).toHaveText('jkmsuzo');
  await page.keyboard.press('Escape');
  await expect(page.locator('#reader-scroll')).toBeFocused();
});

/** Types as an input method does: a syllable grows, and is committed by what comes after it. */
async function compose(ime: CDPSession, ...stages: readonly string[]): Promise<void> {
  for (const text of stages) {
    await ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}

test('Korean is composed in a note without losing a syllable', async ({ lectern, browserName }) => {
  test.skip(browserName !== 'chromium', 'input methods are driven through its protocol');
  const page = await openDigests(lectern);
  const ime = await page.context().newCDPSession(page);
  await write(page, 'Kite');

  await compose(ime, 'ㅎ', '하', '한');
  await expect(lines(page)).toHaveText(['한']);
  // Keys that the input method has taken: no line break, and the note is not left.
  for (const key of ['Enter', 'Escape']) {
    await ime.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      windowsVirtualKeyCode: 229,
    });
  }
  await expect(note(page)).toBeFocused();
  await expect(lines(page)).toHaveText(['한']);
  await ime.send('Input.insertText', { text: '한' });
  await compose(ime, 'ㄱ', '그', '글');
  await ime.send('Input.insertText', { text: '글' });
  await expect(lines(page)).toHaveText(['한글']);
  await page.keyboard.press('Enter');
  await compose(ime, 'ㄷ', '두', '둘');
  await ime.send('Input.insertText', { text: '둘' });
  await expect(lines(page)).toHaveText(['한글', '둘']);
  await expect(reader(page).getByText('Saved')).toBeVisible();

  await page.reload();
  await goTo(page, /^With Notes/);
  await expect(reader(page).locator('.note-text')).toHaveText(/한글\s*둘/);
});

test('what is typed over formatted lines, or comes as lines, is put in without an inline style', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  // The content policy blocks what the browser would do by itself, and says so in the console.
  await page.keyboard.insertText('**soon** and `code`\n- a');
  await expect(lines(page)).toHaveText(['**soon** and `code`', '- a']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('다시 볼 것');
  await expect(lines(page)).toHaveText(['다시 볼 것']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(lines(page)).toHaveText(['**soon** and `code`', '- a']);
});

test('a paper is linked by its title while Korean is composed, opened by the link, and linked back', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  await page.keyboard.type('compare [[harb');
  await expect(offered(page).first()).toContainText('Harbour');
  await page.keyboard.press('Enter');
  await expect(note(page)).toHaveText(/^compare \[\[arxiv:[\d.]+\|.*Harbour.*\]\]$/);
  await expect(reader(page).getByText('Saved')).toBeVisible();

  await reader(page).getByRole('button', { name: 'Read', exact: true }).click();
  await reader(page)
    .locator('.note')
    .getByRole('link', { name: /Harbour/ })
    .click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Harbour');
  const mentions = reader(page).getByRole('region', { name: 'Mentioned in the notes of' });
  await mentions.getByRole('button', { name: /Kite/ }).click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Kite');
});

test('Escape closes the offered papers first, then leaves the note', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  await page.keyboard.type('[[harb');
  await expect(offered(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offered(page)).toHaveCount(0);
  await expect(note(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#reader-scroll')).toBeFocused();
});

test('check boxes are ticked where the note is read, and only they change', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  await page.keyboard.insertText('- [ ] 표 2\n- [ ] 그림 3\n```\n- [ ] code\n```');
  await page.keyboard.press('Control+Shift+E');
  const box = reader(page).getByRole('checkbox', { name: '그림 3' });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await reader(page).getByRole('button', { name: 'Write', exact: true }).click();
  await expect(lines(page)).toHaveText(['- [ ] 표 2', '- [x] 그림 3', '```', '- [ ] code', '```']);
});

test('a selected passage is quoted by a button and by a key', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await write(page, 'Kite');
  await page.keyboard.type('before');
  await page.keyboard.press('Escape');
  const passage = reader(page).locator('.prose li').first();
  await passage.selectText();
  await page.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(note(page)).toBeFocused();
  await expect(lines(page).filter({ hasText: /^> / })).not.toHaveCount(0);
  await page.keyboard.type('after');
  await expect(lines(page).last()).toHaveText('after');

  await page.keyboard.press('Escape');
  await passage.selectText();
  await page.keyboard.press('Shift+N');
  await expect(note(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+N');
  await expect(page.getByText('Select a passage of the paper first.')).toBeVisible();
});

test('a template is put into the note', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await read(page, 'Kite');
  await reader(page).getByRole('button', { name: 'More for this note' }).click();
  await page.getByRole('menuitem', { name: 'Insert a template…' }).click();
  await page.keyboard.press('Enter');
  await expect(note(page)).toBeFocused();
  await expect(lines(page).filter({ hasText: '## ' })).toHaveText([
    '## Problem',
    '## Method',
    '## Result',
    '## My take',
  ]);
});

test('beside a wide editor the note is shown as it reads', async ({ lectern }) => {
  const page = await openDigests(lectern);
  await page.setViewportSize({ width: 1800, height: 900 });
  await write(page, 'Kite');
  await page.keyboard.type('# 제목 $x^2$');
  const preview = reader(page).getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: /제목/ })).toBeVisible();
  await expect(preview.locator('.katex')).toBeVisible();
});
