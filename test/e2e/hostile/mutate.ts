import type { Random } from '../../bench/random.ts';

/** Signs that end or begin something for some parser. */
const SIGNS = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '`',
    '=',
    '/',
    '&',
    ';',
    ':',
    '\\',
    '$',
    '$$',
    '!',
    '--',
    '-->',
    '<!--',
    ']]>',
    '{',
    '}',
  ],
  ...[
    '[',
    '](',
    ')',
    '|',
    '\n',
    '\n\n',
    '\n- ',
    '\n> ',
    '\n| a |\n|--|\n| ',
    '```\n',
    '~~~\n',
    '    ',
    '\t',
    '\r',
    '\f',
  ],
  ...[
    '\u0000',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\ud800',
    '\u202e',
    '&#0;',
    '&NewLine;',
    '&Tab;',
    '&lt;',
    '&colon;',
  ],
  ...[
    '<br>',
    '<sup>',
    '</sup>',
    '<sub>',
    '*',
    '**',
    '_',
    '~~',
    '#',
    '<p>',
    '</p>',
    '<b',
    '<a href=',
    '<span data-math=inline>',
  ],
] as const;

/** Elements in which browsers read what follows by other rules. */
const AROUND = [
  ...[
    'svg',
    'math',
    'mtext',
    'mi',
    'annotation-xml encoding=text/html',
    'foreignObject',
    'desc',
    'title',
    'style',
  ],
  ...[
    'table',
    'td',
    'select',
    'option',
    'template',
    'noscript',
    'noembed',
    'xmp',
    'iframe',
    'textarea',
    'form',
    'p',
    'li',
  ],
  ...[
    'a href=https://a.example',
    'h1',
    'button',
    'caption',
    'colgroup',
    'font color=x',
    'listing',
    'plaintext',
    'object',
    'body',
  ],
] as const;

/** What Markdown and our formulas put around a text. */
const WRAPPED: readonly ((text: string) => string)[] = [
  (text) => `**${text}**`,
  (text) => `- **a**: ${text}\n  - ${text}`,
  (text) => `[${text}](https://a.example)`,
  (text) => `[x](${text})`,
  (text) => `[x](<${text}> "${text}")`,
  (text) => `![${text}](${text})`,
  (text) => `[x]\n\n[x]: ${text}`,
  (text) => `<${text}>`,
  (text) => `\`${text}\``,
  (text) => `\`\`\`${text}\n${text}\n\`\`\``,
  (text) => `| ${text} | b |\n|--|--|\n| c | ${text} |`,
  (text) => `> ${text}`,
  (text) => `# ${text}`,
  (text) => `$${text}$`,
  (text) => `$\\text{${text}}$`,
  (text) => `$$\n${text}\n$$`,
  (text) => `<!-- ${text} -->`,
  (text) => `<sup>${text}</sup>`,
  (text) => `<p title="${text}">${text}</p>`,
  (text) => `<p title='${text}' ${text}>x</p>`,
  (text) => `<${text}`,
];

function everyOther(text: string, random: Random, change: (character: string) => string): string {
  return Array.from(text, (one) => (random.chance(0.3) ? change(one) : one)).join('');
}

function entity(character: string, random: Random): string {
  const code = character.codePointAt(0) ?? 0;
  const end = random.chance(0.7) ? ';' : '';
  return random.chance(0.5) ? `&#${code}${end}` : `&#x${code.toString(16)}${end}`;
}

function mutateOnce(text: string, other: string, random: Random): string {
  const at = random.between(0, text.length);
  const end = Math.min(text.length, at + random.between(1, 12));
  const put = (inner: string): string => text.slice(0, at) + inner + text.slice(at);
  switch (random.between(0, 11)) {
    case 0:
      return put(random.pick(SIGNS));
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return put(text.slice(at, end).repeat(random.between(1, 4)));
    case 3:
      return text.slice(0, at) + other.slice(random.between(0, other.length));
    case 4:
      return put(other);
    case 5:
      return everyOther(text, random, (one) =>
        one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
      );
    case 6:
      return everyOther(text, random, (one) => entity(one, random));
    case 7: {
      const around = random.pick(AROUND);
      const close = random.chance(0.6) ? `</${around.split(' ')[0] ?? ''}>` : '';
      return `<${around}>${text}${close}`;
    }
    case 8: {
      const around = random.pick(AROUND);
      return `${text.slice(0, at)}<${around}>${text.slice(at, end)}</${around.split(' ')[0] ?? ''}>${text.slice(end)}`;
    }
    case 9:
      // Elements of the list stay, so what hides in their attributes is tried.
      return text.replace(
        /<[a-z]+/gi,
        () => `<${random.pick(['p', 'a', 'span', 'td', 'li', 'code'])}`,
      );
    case 10:
      return text.replace(random.pick([/"/g, /'/g, /\s/g, /=/g]), random.pick(SIGNS));
    default:
      return random.pick(WRAPPED)(text);
  }
}

/** A vector changed in a few places, joined with another one, and wrapped, by chance. */
export function mutate(text: string, other: string, random: Random): string {
  let changed = text;
  for (let turn = random.between(1, 4); turn > 0; turn -= 1) {
    // Vectors that are long by nature would only make every page slow.
    changed = mutateOnce(changed, other.slice(0, 2_000), random).slice(0, 12_000);
  }
  return changed;
}

const ARGUMENTS = [
  ...[
    'x',
    '\\alpha',
    '\\text{가}',
    '\\frac{a}{b}',
    '<b>',
    '"',
    "'",
    '\\%',
    '\\#',
    '',
    '9999em',
    '-9999em',
    '2ex',
  ],
  ...['red', '#f00', 'url(x)', 'red;position:fixed', 'javascript:hack()', 'https://evil.example/'],
] as const;

/** Commands with how many arguments each takes: those that colour, box, move, link, style or define. */
const COMMANDS = [
  ...[
    'color',
    'pmb',
    'boxed',
    'fbox',
    'hbox',
    'cancel',
    'bcancel',
    'xcancel',
    'sout',
    'phase',
    'angl',
    'underline',
  ],
  ...[
    'overline',
    'vcenter',
    'mathop',
    'mathllap',
    'mathrlap',
    'mathclap',
    'smash',
    'vphantom',
    'hphantom',
    'sqrt',
  ],
  ...[
    'url',
    'kern',
    'mkern',
    'hspace',
    'text',
    'textbf',
    'operatorname',
    'mathbb',
    'Huge',
    'displaystyle',
    'tag',
  ],
  ...[
    'href',
    'textcolor',
    'colorbox',
    'raisebox',
    'rule',
    'underset',
    'overset',
    'frac',
    'binom',
    'htmlId',
  ],
  ...[
    'htmlClass',
    'htmlStyle',
    'htmlData',
    'includegraphics',
    'xrightarrow',
    'overbrace',
    'stackrel',
    'fcolorbox',
  ],
  ...[
    'html@mathml',
    'newcommand',
    'def',
    'let',
    'char',
    'verb',
    'middle',
    'left(',
    'right)',
    'bigl',
    'mathchoice',
  ],
  ...[
    'genfrac',
    'utilde',
    'widehat',
    'underbar',
    'bra',
    'ket',
    'pod',
    'bmod',
    'not',
    'lower',
    'hline',
    'cr',
    '\\',
  ],
] as const;

/** A formula of commands at random. */
export function formula(random: Random, depth = 3): string {
  const argument = (): string =>
    depth > 0 && random.chance(0.5) ? formula(random, depth - 1) : random.pick(ARGUMENTS);
  return Array.from({ length: random.between(1, 4) }, () => {
    if (random.chance(0.2)) return `${random.pick(ARGUMENTS)}${random.pick(['^', '_', '&', ' '])}`;
    if (random.chance(0.1)) {
      const name = random.pick([
        'matrix',
        'array}{c|c',
        'cases',
        'aligned',
        'CD',
        'gather',
        'split',
        'x',
      ]);
      return `\\begin{${name}}${argument()}&${argument()}\\\\${argument()}\\end{${name.split('}')[0] ?? ''}}`;
    }
    const count = random.between(0, 3);
    const options = random.chance(0.15) ? `[${argument()}]` : '';
    return `\\${random.pick(COMMANDS)}${options}${Array.from({ length: count }, () => `{${argument()}}`).join('')}`;
  }).join('');
}
