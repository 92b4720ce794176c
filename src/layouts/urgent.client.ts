/** Hides the urgent notice above it after its last minute, before the page is painted. */
import { effectiveNow } from '../documents/clock-skew.ts';
import { isPast } from '../documents/status.ts';

const notice = document.querySelector<HTMLElement>('[data-urgent-until]');
const until = notice?.dataset.urgentUntil;
const now = effectiveNow(new Date(), document.documentElement.dataset.built || '');
if (notice && until && isPast(until, now)) notice.hidden = true;
