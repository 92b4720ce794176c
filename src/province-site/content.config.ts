/** The same collections as those of a county, though no page of a province reads one: Astro writes the types of the last compilation. */
export { collections } from '../content.config.ts';
