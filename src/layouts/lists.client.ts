/** What scripts add to lists that can be narrowed down. After the script of every page, which brings the badges up to date. */
import { updateBadges } from '../components/Badge/badge.client.ts';
import { offerFinder } from '../components/Finder/finder.client.ts';
import { foldPast } from '../components/NoticeCard/fold-past.client.ts';
import { offerFilter } from '../components/PolicyFilter/policy-filter.client.ts';
import { offerPrinting } from '../components/Toolkit/print-sheets.client.ts';
import { trustedNow } from '../documents/clock.ts';
import { enhance } from './enhance.ts';

enhance<HTMLElement>('.notice-calendar', foldPast);
enhance<HTMLElement>('.policy-filter', (choices) => offerFilter(choices, document, location, history));
enhance<HTMLElement>('.finder', (finder) => offerFinder(finder, location, history));
enhance<HTMLElement>('.toolkit', (tools) => {
  const now = trustedNow(new Date(), document.documentElement.dataset.built ?? '');
  offerPrinting(tools, document, (sheets) => {
    updateBadges(sheets, now);
    print();
  });
});
