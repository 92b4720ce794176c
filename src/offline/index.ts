/** The offline list, written into the built site. */
export { writeOfflineList } from './list/write-list.ts';
