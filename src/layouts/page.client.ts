/**
 * The scripts of a page that is complete without them. Each addition is independent: one that fails on some old phone does not stop
 * the others.
 */
import { updateBadges } from '../components/Badge/badge.client.ts';
import { initChecklist } from '../components/Checklist/checklist.client.ts';
import { initFontSize } from '../components/FontSizeToggle/font-size.client.ts';
import { initPhotograph } from '../components/Photograph/photograph.client.ts';
import { initDataSaver, isSaving } from '../components/SaveData/save-data.client.ts';
import { initSharePanel } from '../components/SharePanel/share-panel.client.ts';
import { effectiveNow } from '../documents/clock-skew.ts';
import { showClockSkewWarning } from './clock-skew.client.ts';
import { enhance } from './enhance.ts';
import { markScrollable } from './scrolling-table.client.ts';

// Only defined while the script itself runs.
const ownAddress = (document.currentScript as HTMLScriptElement | null)?.src ?? '';

const [clock, builtOn] = [new Date(), document.documentElement.dataset.built ?? ''];

enhance<HTMLElement>('.large-print', (button) => {
  initFontSize(button, document.documentElement, () => localStorage);
});
const offerPhotographs = () =>
  enhance<HTMLElement>('.photo', (photo) => initPhotograph(photo, isSaving(document.documentElement)));
offerPhotographs();
enhance<HTMLElement>('.save-data', (button) => {
  initDataSaver(button, document.documentElement, {
    storage: () => localStorage,
    onChange: offerPhotographs,
  });
});
enhance<HTMLElement>('main', (main) => {
  const now = effectiveNow(clock, builtOn);
  updateBadges(main, now);
  main.addEventListener('mingbai:badges', () => updateBadges(main, now));
});
enhance<HTMLElement>('main', (main) => showClockSkewWarning(main, clock, builtOn));
enhance<HTMLElement>('.tick-list', (list) => initChecklist(list, localStorage));
enhance<HTMLElement>('.table-box', markScrollable);
enhance<HTMLElement>('.share', (panel) => initSharePanel(panel, navigator));
enhance<HTMLElement>('.print-button', (button) => {
  button.addEventListener('click', () => print());
});

// After loading: it must not compete for a slow network. Without a worker, or if it is refused, the page still works.
async function registerWorker(): Promise<void> {
  // A site on a card, and a book made of one, has no worker, in any viewer.
  if ('card' in document.documentElement.dataset) return;
  try {
    await navigator.serviceWorker.register(new URL('../sw.js', ownAddress));
  } catch {
    // The page for saving gives the reason.
  }
}
// Of a shared search this script comes after the results, see src/search/client/early-search.client.ts.
if (document.readyState === 'complete') void registerWorker();
else addEventListener('load', registerWorker);
