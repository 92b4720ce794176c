/** The questions of the finder: loads the policies and prepares them. A separate script, loaded by the finder on demand. */
import {
  type FinderPage,
  initHouseholdFinder,
} from '../components/HouseholdFinder/household-finder.client.ts';
import { effectiveNow } from '../documents/clock-skew.ts';
import { dayOf } from '../documents/dates.ts';
import type { FinderData } from '../documents/finder-data.ts';

const root = document.querySelector<HTMLElement>('[data-household]');
const { body, documentElement } = document;
const page: FinderPage = {
  place: location,
  past: history,
  day: dayOf(effectiveNow(new Date(), documentElement.dataset.built ?? '')),
  sheets: document.querySelector('[data-sheets]'),
  isOnCard: 'card' in documentElement.dataset,
  print: () => {
    body.classList.add('prints-sheets');
    print();
  },
};
addEventListener('afterprint', () => body.classList.remove('prints-sheets'));

if (root) {
  const script: HTMLScriptElement & { finderData?: FinderData } = document.createElement('script');
  script.src = root.querySelector<HTMLElement>('[data-household-data]')?.dataset.script ?? '';
  script.onload = () => script.finderData && initHouseholdFinder(root, script.finderData, page);
  // The loader then offers to try again.
  script.onerror = () => root.dispatchEvent(new Event('error'));
  document.head.append(script);
}
