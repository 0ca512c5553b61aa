import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadText } from '../../../src/renderer/render/lead-text.ts';

describe('how a summary begins', () => {
  it('is its words without lists, labels and markup', () => {
    expect(
      leadText(
        "- ***What's New***: 보상 모델을 **다시** 학습한다.\n- [두 번째](https://x.org) 문장",
      ),
    ).toBe('보상 모델을 다시 학습한다. 두 번째 문장');
    expect(leadText('방법: $O(n^{2})$ 대신 `fast` 쓴다\n\n![](https://x.org/a.png)')).toBe(
      'O(n²) 대신 fast 쓴다',
    );
    expect(leadText('')).toBe('');
  });

  it.each([
    ['- only one line **bold**: text', 'only one line bold: text'],
    ['- 혼합 목록 첫째\n- **라벨**: 설명\n  - **하위**: 더', '혼합 목록 첫째 설명 더'],
    ['- ***What:*** one\n- **Key Idea**: two\n\n- **성능：** 셋', 'one two 셋'],
    ['- **방법**:\n  - 하위 설명', '방법: 하위 설명'],
    ['**Note**', 'Note'],
    ['**이 문장은 통째로 굵다.** 다음 문장', '이 문장은 통째로 굵다. 다음 문장'],
    ['- Code: https://x.org/a', 'Code: https://x.org/a'],
    ['> 인용: **굵은** 말\n>\n> 둘째', '굵은 말 둘째'],
  ])('takes off the label of each part, and no other words: %s', (markdown, text) => {
    expect(leadText(markdown)).toBe(text);
  });

  it('shows markup of HTML as nothing, and a time of day as it is', () => {
    expect(leadText('<img src=x onerror=alert(1)>\n\n오전 10:30에 시작')).toBe('오전 10:30에 시작');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => {
        expect(leadText(text)).not.toMatch(/^\s|\s$|\n/);
      }),
    );
  });
});
