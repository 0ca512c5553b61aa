/** Line icons drawn for Lectern on a 16 × 16 grid, as SVG path data. */
export const iconPaths = {
  all: 'M3 3.5h10v9H3zM3 6.5h10',
  unread: 'M8 8m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  star: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z',
  note: 'M3.5 12.5l.6-2.6 6.8-6.8a1.2 1.2 0 0 1 1.7 0l.3.3a1.2 1.2 0 0 1 0 1.7l-6.8 6.8z',
  folder: 'M2 4.5v8h12v-7H8L6.5 3.500H2z',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  problems: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.01',
  settings: 'M2 5h7M12 5h2M10.5 3.500v3M2 11h2M7 11h7M5.5 9.500v3',
  shortcuts: 'M1.5 4h13v8h-13zM4 6.500h.01M6.5 6.500h.01M9 6.500h.01M11.5 6.500h.01M5 9.500h6',
  search: 'M7 2.500a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.300L13.5 13.5',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  sort: 'M5 3v10M2.5 10.500L5 13l2.5-2.500M11 13V3M8.5 5.500L11 3l2.5 2.5',
  check: 'M3 8.500l3.5 3.500L13 4.5',
  checkAll: 'M1.5 8.500L5 12l6-7M8.5 12l6-7',
  chevron: 'M6 4l4 4-4 4',
  image: 'M2.5 3.500h11v9h-11zM2.5 11l3.5-3.5 3 3 2-2 2.5 2.500M10.5 6h.01',
  video: 'M2.5 4h11v8h-11zM6.8 6.200l3 1.8-3 1.800z',
  undo: 'M6 3L3 6l3 3M3 6h6.500a3.5 3.5 0 0 1 0 7H6',
  link: 'M6 4H3.500v8.500H12V10M8.5 3.500h4v4M12.5 3.500L7 9',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.500M13 2.500v2.500h-2.5',
  bin: 'M3 4.500h10M6 4.500V3h4v1.500M4.5 4.500l.5 8.500h6l.5-8.5',
  calendar: 'M2.5 4h11v9.500h-11zM2.5 7h11M5.5 2.500v3M10.5 2.500v3',
  export: 'M8 9.500V2.500M5.5 5L8 2.5 10.5 5M3 9v4h10V9',
  appearance:
    'M8 2.500a5.5 5.5 0 1 0 0 11zM8 2.500a5.5 5.5 0 0 1 0 11M8 5.500h4.500M8 8h5.500M8 10.500h4.5',
  book: 'M8 4.500C6.5 3.300 4.5 3 2.5 3v9c2 0 4 .3 5.5 1.500C9.5 12.300 11.5 12 13.5 12V3c-2 0-4 .3-5.5 1.500zM8 4.500v9',
  drive: 'M2.5 9.500l2-6h7l2 6v3.500h-11zM2.5 9.500h11M11 11.300h.01',
} as const;

export type IconName = keyof typeof iconPaths;
