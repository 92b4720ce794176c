/** In the head of every page, before the first paint: scripts run here, this is the size of print, and photographs wait or not. */

import { chosenSize, setSize } from '../components/FontSizeToggle/font-size.client.ts';
import { type Connected, savesData, setSaving } from '../components/SaveData/save-data.client.ts';

const page = document.documentElement;
page.classList.add('js');
setSize(
  page,
  chosenSize(() => localStorage),
);
setSaving(
  page,
  savesData(() => localStorage, navigator as Connected),
);
