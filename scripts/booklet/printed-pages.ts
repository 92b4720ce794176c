/** Reads a printed booklet: where its parts begin. */
import { getDocumentProxy } from 'unpdf';

export interface PrintedPages {
  total: number;
  /** The page, from 1, on which each linked part begins, by its id. */
  starts: ReadonlyMap<string, number>;
}

/** The pages of a PDF that Chromium printed. It names the destinations of links within the page by their ids. */
export async function readPrintedPages(pdf: Uint8Array): Promise<PrintedPages> {
  // A copy: the library takes the memory over.
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  try {
    const starts = new Map<string, number>();
    for (const [id, destination] of Object.entries(await document.getDestinations())) {
      const [reference] = destination as [{ num: number; gen: number }];
      starts.set(id, (await document.getPageIndex(reference)) + 1);
    }
    return { total: document.numPages, starts };
  } finally {
    await document.loadingTask.destroy();
  }
}
