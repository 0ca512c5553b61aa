/** What was dropped on the window. */
export type Dropped =
  | { readonly kind: 'folder'; readonly path: string | null }
  | { readonly kind: 'file'; readonly file: File };

/** `pathOf`: the path of a dropped folder or file, where the host can tell it. To be asked while the event lasts. */
export function droppedItems(
  transfer: DataTransfer,
  pathOf: (file: File) => string | null,
): readonly Dropped[] {
  return [...transfer.items].flatMap((item): readonly Dropped[] => {
    const file = item.getAsFile();
    if (item.kind !== 'file' || file === null) return [];
    const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false;
    return [isFolder ? { kind: 'folder', path: pathOf(file) } : { kind: 'file', file }];
  });
}
