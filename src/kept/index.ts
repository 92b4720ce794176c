/** What earlier builds made and need not be made again. */
export { keptPages } from './pages.ts';
