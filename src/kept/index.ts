/** What earlier builds made and need not be made again. */
export { type CompiledPages, compilePages, takeCompiledPages } from './compiled-pages.ts';
export { keepFolders, takeFolders, tidyFolders } from './kept-folders.ts';
export { type Drawing, loadPages, openDrawing } from './pages.ts';
export { pagesVersion } from './version.ts';
