/**
 * Loads what works out an amount when a reader opens its box, or at once if the address has answers: most readers do neither. On pages with
 * an amount only. The loaded script is a classic one: browsers refuse modules on file://, where the portable site is opened.
 */
import { hasAnswers } from '../components/AmountCalculator/answers-address.ts';

const form = document.querySelector<HTMLFormElement>('#part-amount form');

if (form) {
  const box = form.parentNode as HTMLDetailsElement;
  box.addEventListener('toggle', () => {
    // The questions are shown by the loaded script: after a failed download the next opening tries again.
    if (!box.open || !form.hidden) return;
    const script = document.createElement('script');
    script.src = box.dataset.script || '';
    document.head.append(script);
  });
  if (hasAnswers(location.hash)) box.open = true;
}
