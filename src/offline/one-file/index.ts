/** The whole site in one HTML file, to be sent in a chat: it opens without a server, a network, or another file. */
export { makeOneFile, type OneFileOptions } from './make-one-file.ts';
