/** Policies as files for word processors. */
export { policyBlocks } from './policy-blocks.ts';
export { writeWord } from './write-word.ts';
