/** The copy on the phone: the list of what there is to keep, written beside the pages. */
export { writeOfflineList } from './list/write-list.ts';
