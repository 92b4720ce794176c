/** The whole site on a memory card: it opens by index.html, with no server and no network. */
export { type CardFiles, makeCard } from './make-card.ts';
export { zipCard } from './zip-card.ts';
