/** Safe MDX: the allowed content of a body, and its one parser. */
export { COMPATIBILITY_CHARACTERS, fromCompatibility } from './compatibility-characters.ts';
export { contentComponents } from './components.ts';
export { fill, fillHandbook, table } from './handbook.ts';
export { joinFolded } from './line-ends.ts';
export { type BodyReference, type ParsedBody, parseBody } from './parse-body.ts';
export { plainAttributes } from './plain-attributes.ts';
export { type BlockRange, topLevelBlocks } from './top-level-blocks.ts';
export { treeText } from './tree-text.ts';
