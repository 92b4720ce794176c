/** In the head of every page, before the first paint: marks that scripts run, sets the size of print and whether photographs wait. */

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
