/** The print sheet of a policy as a page of its own. */
export { type FontFiles, fontFaces } from './font-faces.ts';
export { createSheetPage, extractSheet } from './sheet-page.ts';
export { readStylesheet } from './stylesheet.ts';
export { createWallSheet } from './wall-sheet.ts';
