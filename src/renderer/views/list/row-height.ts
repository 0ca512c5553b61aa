/** Height of a row of the paper list, in CSS pixels: `--row` of styles/tokens.css. Rows never differ. */
export const ROW_HEIGHT = 84;
