/** The whole site on a memory card: it opens by index.html, with no server and no network. */
export { makePortableSite, type PortableFiles } from './make-portable-site.ts';
export { zipPortableSite } from './zip-portable-site.ts';
