/** How the list is to scroll: to the selected row, by the least way or with room around it; or as many rows as it moved, so that
 * it seems to stay; or to a place in pixels, where it was at the end of the last start. */
export interface Scroll {
  readonly to:
    | 'nearest'
    | 'center'
    | { readonly by: number; readonly headings: number }
    | { readonly offset: number };
}
