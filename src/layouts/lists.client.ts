/** The scripts for lists with filters. Runs after the script of every page, which updates the badges. */

import { foldPast } from '../components/NoticeCard/fold-past.client.ts';
import { initFilter } from '../components/PolicyFilter/policy-filter.client.ts';
import { enhance } from './enhance.ts';
import { initSheetPrinting } from './print-sheets.client.ts';

enhance<HTMLElement>('.notice-calendar', foldPast);
enhance<HTMLElement>('.policy-filter', (choices) => initFilter(choices, document, location, history));
enhance<HTMLElement>('.toolkit', (tools) => {
  initSheetPrinting(tools, document, (sheets) => {
    // The script of every page has the code for the badges.
    sheets.dispatchEvent(new Event('mingbai:badges', { bubbles: true }));
    print();
  });
});
