/** In the head of every page, before the first paint: scripts run here, and this is the size of print. */
import { chosenSize, setSize } from '../components/LargePrint/large-print.client.ts';

const page = document.documentElement;
page.classList.add('js');
setSize(
  page,
  chosenSize(() => localStorage),
);
