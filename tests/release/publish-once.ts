/** Publishes a build to a folder once; the test kills it. Arguments: the build, which is moved, and the folder. */
import { publishToFolder, withLock } from '../../src/publish/index.ts';

const [build = '', folder = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await withLock(folder, () => publishToFolder(build, folder, '2026-11-23 20:00', { mayMove: true }));
