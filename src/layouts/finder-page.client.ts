/**
 * The script of the finder's page. The questions that follow from conditions are loaded when somebody wants them; on a fast connection
 * while the page is read, so that the first tap need not wait.
 */
import { FINDER_POLICY } from '../documents/finder-address.ts';
import { enhance } from './enhance.ts';
import { initFinder } from './finder.client.ts';

/** By then the page is shown. */
const READING_MS = 200;

/** Whether the data that nobody may ask for is neither slow nor unwanted. */
function isFastConnection(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return !connection?.saveData && (connection?.effectiveType ?? '4g') === '4g';
}

enhance<HTMLElement>('.finder', (finder) => initFinder(finder, location, history));
enhance<HTMLElement>('[data-household]', (section) => {
  const start = section.querySelector<HTMLButtonElement>('[data-start]');
  const failed = section.querySelector<HTMLElement>('[data-failed]');
  if (!start || !failed) return;
  let isLoading = false;
  const fail = () => {
    isLoading = false;
    failed.hidden = !start.disabled;
    start.disabled = false;
  };
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    const script = document.createElement('script');
    script.src = section.dataset.script ?? '';
    script.onerror = fail;
    document.head.append(script);
  };
  // The script prepares the questions, and shows them once the button is disabled.
  const begin = () => {
    failed.hidden = true;
    start.disabled = true;
    load();
  };
  section.addEventListener('error', fail);
  start.addEventListener('click', begin);
  // Somebody sent an address with answers, or the page of a policy led here.
  if (/[#&]ren(?:=|%3D)/i.test(location.hash) || new URLSearchParams(location.search).has(FINDER_POLICY))
    begin();
  else if (isFastConnection()) addEventListener('load', () => setTimeout(load, READING_MS));
});
