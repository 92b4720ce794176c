/** The whole site as files that open by index.html, for memory cards: no server, no network. */
export { makePortableSite, type PortableFiles } from './make-portable-site.ts';
export { zipPortableSite } from './zip-portable-site.ts';
