/** Starts the command line (command-line.ts), as compiled by an earlier build or from the sources. */
import { setUpCompileCache } from './compile-cache.ts';
import { compiledUrl } from './compiled-commands.ts';

setUpCompileCache();
await import(compiledUrl(import.meta.resolve('./command-line.ts')));
