/** The script of a province's pages, which are complete without it. */
import { initFontSize } from '../../components/FontSizeToggle/font-size.client.ts';
import { enhance } from '../../layouts/enhance.ts';
import { markScrollable } from '../../layouts/scrolling-table.client.ts';
import { initFinder } from './find-county.client.ts';
import { markRow, offerStored, putFirst, storeFollowed } from './own-county.client.ts';

const storage = () => localStorage;

enhance<HTMLElement>('.large-print', (button) => initFontSize(button, document.documentElement, storage));
enhance<HTMLElement>('body', () => storeFollowed(document, storage));
enhance<HTMLElement>('[data-chosen]', (box) => offerStored(box, document, storage));
enhance<HTMLElement>('[data-find-county]', (form) => initFinder(form, document));
enhance<HTMLElement>('[data-counties]', (list) => putFirst(list, storage));
enhance<HTMLElement>('.rate-table', (table) => markRow(table, storage));
enhance<HTMLElement>('.table-box', markScrollable);
enhance<HTMLElement>('.print-button', (button) => button.addEventListener('click', () => print()));
