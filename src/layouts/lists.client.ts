/** What scripts add to lists that can be narrowed down. After the script of every page, which brings the badges up to date. */
import { offerFinder } from '../components/Finder/finder.client.ts';
import { foldPast } from '../components/NoticeCard/fold-past.client.ts';
import { offerFilter } from '../components/PolicyFilter/policy-filter.client.ts';
import { offerPrinting } from '../components/Toolkit/print-sheets.client.ts';
import { enhance } from './enhance.ts';

enhance<HTMLElement>('.notice-calendar', foldPast);
enhance<HTMLElement>('.policy-filter', (choices) => offerFilter(choices, document, location, history));
enhance<HTMLElement>('.finder', (finder) => offerFinder(finder, location, history));
enhance<HTMLElement>('.toolkit', (tools) => {
  offerPrinting(tools, document, (sheets) => {
    // The script of every page has what works the badges out.
    sheets.dispatchEvent(new Event('mingbai:badges', { bubbles: true }));
    print();
  });
});
