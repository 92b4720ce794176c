/** The links of the content to other sites, with file and line: in bodies, in the fields of documents, records and site.yml. */
import { type AnnotatedFile, positionOf } from '../documents/source.ts';

export interface OutsideLink {
  /** Without its anchor. */
  url: string;
  /** Path of the file, as the editor would type it. */
  file: string;
  line: number;
  column: number;
}

/** An address in a field: it ends at a space, a quotation mark, a bracket or Chinese punctuation. */
const ADDRESS = /https?:\/\/[^\s"'<>[\]{}|\\^`（）【】《》「」“”‘’，。；：！？、]+/g;

/** Every link to a host other than that of `siteUrl`, in the order of the files. */
export function findOutsideLinks(sources: readonly AnnotatedFile[], siteUrl: string): OutsideLink[] {
  const { host } = new URL(siteUrl);
  return sources.flatMap((source) => {
    const fields = source.source.slice(0, source.bodyOffset);
    const found = [
      ...Array.from(fields.matchAll(ADDRESS), ({ 0: address, index }) => ({ address, offset: index })),
      ...source.links,
    ];
    return found.flatMap(({ address, offset }) => {
      const url = outsideUrl(address, host);
      return url === undefined ? [] : [{ url, file: source.file, ...positionOf(source.source, offset) }];
    });
  });
}

function outsideUrl(address: string, ownHost: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.host === ownHost) return undefined;
  url.hash = '';
  return url.href;
}
