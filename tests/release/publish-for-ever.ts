/** Publishes two small builds in turn until it is killed; run by the test that kills it. Arguments: the builds, the folder. */
import { publishToFolder, withLock } from '../../src/publish/index.ts';

const [first = '', second = '', folder = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let turn = 0; ; turn += 1) {
  await withLock(folder, () => publishToFolder(turn % 2 ? second : first, folder, '2026-11-23 20:00'));
}
