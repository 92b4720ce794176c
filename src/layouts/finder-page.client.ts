/** The script of the finder's page. The questions that follow from conditions are loaded only when somebody wants them. */
import { FINDER_POLICY } from '../documents/finder-address.ts';
import { enhance } from './enhance.ts';
import { initFinder } from './finder.client.ts';

enhance<HTMLElement>('.finder', (finder) => initFinder(finder, location, history));
enhance<HTMLElement>('[data-household]', (section) => {
  const start = section.querySelector<HTMLButtonElement>('[data-start]');
  const failed = section.querySelector<HTMLElement>('[data-failed]');
  if (!start || !failed) return;
  const setFailed = (hasFailed: boolean) => {
    failed.hidden = !hasFailed;
    start.disabled = !hasFailed;
  };
  section.addEventListener('error', () => setFailed(true));
  const load = () => {
    setFailed(false);
    const script = document.createElement('script');
    script.src = section.dataset.script ?? '';
    script.onerror = () => setFailed(true);
    document.head.append(script);
  };
  start.addEventListener('click', load);
  // Somebody sent an address with answers, or the page of a policy led here.
  if (/[#&]ren(?:=|%3D)/i.test(location.hash) || new URLSearchParams(location.search).has(FINDER_POLICY))
    load();
});
