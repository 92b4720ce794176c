/** The files of the folder public to which documents refer: pictures, recordings, files to download. */
import { bodyJson } from './body-json.ts';
import type { ContentDocument } from './document.ts';
import { unescapeHtml } from './html-text.ts';

/** An address with an ending, as in a field, in an attribute, or in the JSON of either. */
const FILE_ADDRESS = /\/[^"'\\\s<>()]+\.[a-z\d]{2,5}(?![a-z\d])/gi;

/** Their paths from the folder public, `images/a.jpg`; some may be of other files, because texts are only searched. */
export function usedFilePaths(documents: readonly ContentDocument[]): Set<string> {
  const paths = new Set<string>();
  for (const { data, body } of documents) {
    for (const text of [JSON.stringify(data), bodyJson(body)]) {
      for (const [address] of text.matchAll(FILE_ADDRESS)) paths.add(decoded(unescapeHtml(address)).slice(1));
    }
  }
  return paths;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
