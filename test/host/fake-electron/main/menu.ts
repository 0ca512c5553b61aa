import { BrowserWindow } from './browser-window.ts';
import { requireThat, test } from './host.ts';

interface Item {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly Item[];
  readonly click?: () => void;
}

const ROLES =
  'appMenu windowMenu close quit cut copy paste selectAll resetZoom zoomIn zoomOut togglefullscreen toggleDevTools minimize about'.split(
    ' ',
  );
const ACCELERATOR =
  /^((CommandOrControl|CmdOrCtrl|Command|Control|Alt|Shift)\+)*([A-Z0-9]|F\d\d?|[,./;'[\]\\`=-]|Plus|Space|Tab|Delete|Home|End|Return|Up|Down|Left|Right|Enter|Escape)$/;

class Menu {
  readonly items: readonly Item[];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly Item[]): Menu {
    const given: unknown = template;
    requireThat(Array.isArray(given), 'Invalid template for Menu: it must be an array');
    for (const item of template) check(item);
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    requireThat(menu === null || menu instanceof Menu, 'Invalid menu');
    current = menu;
    void test.call('menu.changed');
  }

  popup({ window, x, y }: PopupOptions = {}): void {
    requireThat(window === undefined || window instanceof BrowserWindow, 'Invalid window');
    requireThat((x === undefined) === (y === undefined), 'x and y come together');
    shown = this.items;
    void test.call('menu.shown', shown.map(describe));
  }
}

interface PopupOptions {
  readonly window?: unknown;
  readonly x?: number;
  readonly y?: number;
}

let current: Menu | null = null;
/** The context menu that was shown last. */
let shown: readonly Item[] = [];

function check(item: Item): void {
  requireThat(
    item.label !== undefined || item.role !== undefined || item.type === 'separator',
    'Invalid template for MenuItem: must have at least one of label, role or type',
  );
  if (item.role !== undefined) requireThat(ROLES.includes(item.role), `Unknown role: ${item.role}`);
  if (item.accelerator !== undefined) {
    requireThat(ACCELERATOR.test(item.accelerator), `Invalid accelerator: ${item.accelerator}`);
  }
  for (const child of item.submenu ?? []) check(child);
}

interface Described {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly role: string | undefined;
  readonly enabled: boolean;
  readonly items: readonly Described[];
}

function describe({ id, label, role, enabled = true, submenu = [] }: Item): Described {
  return { id, label, role, enabled, items: submenu.map(describe) };
}

function flatten(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu ?? [])]);
}

test.on('menu', () => current?.items.map(describe) ?? null);

function choose(items: readonly Item[], name: string): void {
  const item = flatten(items).find((one) => one.id === name || one.label === name);
  requireThat(item?.click !== undefined, `nothing to choose: ${name}`);
  item.click();
}

/** Chooses the item with this id or label, in the menu of the app or in the one that is shown. */
test.on('menu.choose', (name: string) => choose(current?.items ?? [], name));
test.on('shown-menu.choose', (name: string) => choose(shown, name));

export { Menu };
