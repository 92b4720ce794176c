/** The search in a worker: the page stays responsive on a slow CPU. */
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { openIndex } from './index-reader.ts';
import { IS_HINTED } from './messages.ts';

const scope = self as unknown as WorkerScope & { location: Location };
const settings = new URLSearchParams(scope.location.search);
const indexUrl = new URL(settings.get('index') ?? '', scope.location.href).href;
let listFromPage = scope.location.hash === IS_HINTED ? waitForList() : undefined;

handleSearchMessages(scope, {
  indexUrl,
  pages: Number(settings.get('pages')),
  async open() {
    // Once: a list that could not be read is fetched again.
    const list = listFromPage;
    listFromPage = undefined;
    return openIndex(indexUrl, fetch, await list);
  },
});

/** The list of the index from the page, which fetches it while this script is being fetched. */
function waitForList(): Promise<ArrayBuffer | undefined> {
  return new Promise((resolve) => {
    scope.addEventListener('message', ({ data }) => {
      if ('list' in data) resolve(data.list);
    });
  });
}
