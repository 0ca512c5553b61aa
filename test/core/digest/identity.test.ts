import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivIdOf, doiOf, identify, normaliseUrl } from '../../../src/core/digest/identity.ts';

describe('arXiv identifiers', () => {
  it.each([
    'https://arxiv.org/abs/2402.01391',
    'http://www.arxiv.org/abs/2402.01391v3',
    'https://arxiv.org/pdf/2402.01391v2.pdf',
    'https://arxiv.org/pdf/2402.01391',
    'https://export.arxiv.org/abs/2402.01391?context=cs#comments',
    'https://arxiv.org/html/2402.01391v1/',
    'https://ARXIV.org/abs/arXiv:2402.01391',
    'https://huggingface.co/papers/2402.01391#community',
    'https://hf.co/papers/2402.01391/',
    'https://www.alphaxiv.org/abs/2402.01391v1',
    'https://alphaxiv.org/overview/2402.01391',
    'https://ar5iv.labs.arxiv.org/html/2402.01391',
    'https://ar5iv.org/abs/2402.01391',
    'https://doi.org/10.48550/arXiv.2402.01391',
    'arXiv:2402.01391v4',
  ])('%s is the paper 2402.01391', (link) => {
    expect(arxivIdOf(link)).toBe('2402.01391');
  });

  it.each([
    ['https://arxiv.org/abs/hep-th/9901001v2', 'hep-th/9901001'],
    ['https://arxiv.org/pdf/math.GT/0309136', 'math/0309136'],
    ['https://arxiv.org/abs/math/0309136', 'math/0309136'],
    ['https://arxiv.org/abs/cond-mat%2F0001001', 'cond-mat/0001001'],
    ['https://arxiv.org/abs/0704.0001', '0704.0001'],
  ])('%s is %s', (link, id) => {
    expect(arxivIdOf(link)).toBe(id);
  });

  it.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/abs/2413.00001',
    'https://arxiv.org/abs/',
    'https://example.org/abs/2402.01391',
    'https://huggingface.co/papers/date/2024-02-05',
    'https://huggingface.co/2402.01391',
    'https://arxiv.org.evil.example/abs/2402.01391',
    'javascript:alert(1)',
    '2402.01391',
    '',
  ])('%s leads to no arXiv paper', (link) => {
    expect(arxivIdOf(link)).toBeNull();
  });

  it('every spelling of an identifier’s link gives the same identity', () => {
    const identifier = fc
      .tuple(
        fc.integer({ min: 7, max: 35 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99_999 }),
      )
      .map(
        ([year, month, number]) =>
          `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`,
      );
    const page = fc.constantFrom(
      'https://arxiv.org/abs/',
      'https://arxiv.org/pdf/',
      'http://arxiv.org/html/',
      'https://huggingface.co/papers/',
      'https://www.alphaxiv.org/abs/',
      'https://ar5iv.labs.arxiv.org/html/',
      'https://doi.org/10.48550/arXiv.',
      'arxiv:',
    );
    const version = fc.constantFrom('', 'v1', 'v12');
    fc.assert(
      fc.property(identifier, page, version, fc.string(), (id, prefix, suffix, title) => {
        expect(identify(prefix + id + suffix, title)).toEqual({ id: `arxiv:${id}`, arxivId: id });
      }),
    );
  });
});

describe('DOIs', () => {
  it.each([
    ['https://doi.org/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['http://dx.doi.org/10.1145/3292500.3330701/', '10.1145/3292500.3330701'],
    ['doi:10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true', '10.1145/3292500.3330701'],
    ['https://doi.org/10.1002/(SICI)1097-0258%2819980815%29', '10.1002/(sici)1097-0258(19980815)'],
  ])('%s is %s', (link, doi) => {
    expect(doiOf(link)).toBe(doi);
  });

  it.each(['https://doi.org/', 'https://doi.org/11.1/x', 'https://example.org/10.1145/1'])(
    '%s is none',
    (link) => {
      expect(doiOf(link)).toBeNull();
    },
  );
});

describe('other links', () => {
  it.each([
    'https://example.org/paper/1',
    'http://www.example.org/paper/1/',
    'https://EXAMPLE.org:443/paper/1?utm_source=mail&fbclid=x#top',
    'https://user:secret@example.org/paper/1',
  ])('%s is spelled in one way', (link) => {
    expect(normaliseUrl(link)).toBe('https://example.org/paper/1');
  });

  it('parameters are kept, in one order', () => {
    expect(normaliseUrl('https://openreview.net/forum?b=2&id=AbC')).toBe(
      'https://openreview.net/forum?b=2&id=AbC',
    );
    expect(normaliseUrl('https://openreview.net/forum?id=AbC&b=2')).toBe(
      'https://openreview.net/forum?b=2&id=AbC',
    );
  });

  it('what is no web address is none', () => {
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'x', '']) {
      expect(normaliseUrl(link)).toBeNull();
    }
  });

  it('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = normaliseUrl(url);
        expect(once === null ? null : normaliseUrl(once)).toBe(once);
      }),
    );
  });
});

describe('papers without a link', () => {
  it('are known by their title, whatever its case, width, spacing and punctuation', () => {
    const { id } = identify(null, 'Attention: Is It All You Need?');
    expect(identify(null, 'attention — is it ALL you  need')).toEqual({ id, arxivId: null });
    expect(identify(null, 'Ａttention is it all you need').id).toBe(id);
    expect(identify(null, 'Attention: Is It All We Need?').id).not.toBe(id);
    expect(identify(null, '강화 학습').id).toBe(identify(null, '강화학습').id);
  });

  it('keep apart even when a title has neither letters nor digits', () => {
    expect(identify(null, '???').id).not.toBe(identify(null, '!!!').id);
  });
});

it('an identity always fits what the bridge lets through', () => {
  const link = fc.oneof(
    fc.webUrl().map((url) => `${url}/${'long'.repeat(1_000)}`),
    fc.webUrl(),
    fc.string().map((path) => `https://doi.org/10.1000/${path.repeat(500)}`),
    fc.string({ size: 'large' }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(link, fc.string(), (url, title) => {
      expect(identify(url, title).id).toMatch(/^(?:arxiv|doi|url|title):./);
      expect(identify(url, title).id.length).toBeLessThanOrEqual(2_000);
    }),
  );
});
