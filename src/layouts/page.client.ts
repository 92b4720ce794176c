/**
 * What scripts add to a page that is whole without them. Each addition stands alone: one that fails on some
 * old phone never stops the next.
 */
import { trustedNow, updateBadges } from '../components/Badge/badge.client.ts';
import { offerFinder } from '../components/Finder/finder.client.ts';
import { offerSizes } from '../components/LargePrint/large-print.client.ts';
import { foldPast } from '../components/NoticeCard/fold-past.client.ts';
import { offerPhotograph } from '../components/Photograph/photograph.client.ts';
import { offerFilter } from '../components/PolicyFilter/policy-filter.client.ts';
import { offerReading } from '../components/ReadAloud/read-aloud.client.ts';
import { isSaving, offerSaving } from '../components/SaveData/save-data.client.ts';
import { offerSharing } from '../components/SharePanel/share-panel.client.ts';
import { rememberTicks } from '../components/TickList/tick-list.client.ts';
import { offerPrinting } from '../components/Toolkit/print-sheets.client.ts';

// Known only while the script itself runs.
const ownAddress = (document.currentScript as HTMLScriptElement | null)?.src ?? '';

/** Adds to every element that matches; a failure is told to developers and otherwise passed over. */
function enhance<E extends Element>(selector: string, add: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) {
    try {
      add(element);
    } catch (error) {
      console.warn(`Mingbai: ${selector}`, error);
    }
  }
}

const now = trustedNow(new Date(), document.documentElement.dataset.built ?? '');

enhance<HTMLElement>('.large-print', (button) => {
  offerSizes(button, document.documentElement, () => localStorage);
});
const offerPhotographs = () =>
  enhance<HTMLElement>('.photo', (photo) => offerPhotograph(photo, isSaving(document.documentElement)));
offerPhotographs();
enhance<HTMLElement>('.save-data', (button) => {
  offerSaving(button, document.documentElement, { storage: () => localStorage, onChange: offerPhotographs });
});
enhance<HTMLElement>('main', (main) => updateBadges(main, now));
enhance<HTMLElement>('.notice-calendar', foldPast);
enhance<HTMLElement>('.tick-list', (list) => rememberTicks(list, localStorage));
enhance<HTMLElement>('.policy-filter', (choices) => offerFilter(choices, document, location, history));
enhance<HTMLElement>('.finder', (finder) => offerFinder(finder, location, history));
enhance<HTMLElement>('.share', (panel) => offerSharing(panel, navigator));
enhance<HTMLElement>('.toolkit', (tools) => offerPrinting(tools, document, () => print()));
enhance<HTMLButtonElement>('.read-aloud button', (button) => {
  if ('speechSynthesis' in window) offerReading(button, document, speechSynthesis);
});
enhance<HTMLElement>('.print-button', (button) => {
  button.addEventListener('click', () => print());
});

// After the page is there: it is not to share a slow network. Where there is no worker, or it is refused, nothing lacks.
addEventListener('load', async () => {
  try {
    if (ownAddress.startsWith('http'))
      await navigator.serviceWorker.register(new URL('../sw.js', ownAddress));
  } catch {
    // The page that saves says why.
  }
});
