/** The pages of the working tree for the desk, by the preview of `npm run dev`. */
import { readFileSync } from 'node:fs';
import type { LiveSite } from '../../src/desk/contract.ts';
import { isSingleFile } from '../../src/desk/single-files.ts';
import type { Settings } from '../../src/settings.ts';
import type { Preview } from '../preview/preview.ts';
import { watchFolders } from '../preview/watch.ts';
import { hasPublicChanged, watchedFolders } from '../public-folders.ts';
import { locate, locateEntry } from './locate.ts';

/** Reading a large folder again takes most of a second: it waits until nobody has typed for this long. */
const QUIET_MS = 2_000;

export interface WatchedSite extends LiveSite {
  /** Reads the folders again after changes from outside; `onChange` is called afterwards. */
  watch(onChange: () => void): { close(): void };
}

/** Opens the pages; `preview` has read the content. */
export function openLiveSite(settings: Settings, preview: Preview): WatchedSite {
  let lastViewed = 0;
  return {
    top: preview.top,
    documents: preview.documents,
    view(document, text) {
      lastViewed = Date.now();
      const { collection } = document;
      return isSingleFile(collection)
        ? preview.viewSingle(collection, locate(settings, document).file, text)
        : preview.view(locateEntry(settings, document), text);
    },
    compare: async (document, text) =>
      isSingleFile(document.collection) ? [] : preview.compare(locateEntry(settings, document), text),
    async find(file) {
      const found = await preview.find(file);
      if (found === undefined) return undefined;
      return 'page' in found ? found.page : readFileSync(found.path);
    },
    saved: (document, text) =>
      text === undefined || isSingleFile(document.collection)
        ? preview.refresh(false)
        : preview.replace(locateEntry(settings, document), text),
    contentChanged: () => preview.refresh(false),
    publicChanged: () => preview.refresh(true),
    watch: (onChange) =>
      watchFolders(watchedFolders(settings), async (changed) => {
        for (let left = QUIET_MS; left > 0; left = lastViewed + QUIET_MS - Date.now())
          await new Promise((resolve) => setTimeout(resolve, left));
        await preview.refresh(hasPublicChanged(changed, settings));
        onChange();
      }),
  };
}
