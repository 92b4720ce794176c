/** What earlier builds made and need not be made again. */
export { type CompiledPages, compilePages, takeCompiledPages } from './compiled-pages.ts';
export { filesBelow } from './files-below.ts';
export { keepFolders, takeFolders, tidyFolders } from './kept-folders.ts';
export { type Drawing, fileOf, importPages, loadPages, openDrawing } from './pages.ts';
export type { PagePath, Pages } from './pages-entry.ts';
export { pagesVersion } from './version.ts';
