/**
 * Publishes two small builds alternately until the test kills it, copied or moved. Arguments: the builds, the folder.
 */
import { spawnSync } from 'node:child_process';
import { publishToFolder, withLock } from '../../src/publish/index.ts';

const [first = '', second = '', folder = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let turn = 0; ; turn += 1) {
  const build = turn % 2 ? second : first;
  const mayMove = turn % 4 > 1;
  const given = mayMove ? `${build}.${process.pid}` : build;
  // Hard links, as builds have to cached files.
  if (mayMove) spawnSync('cp', ['-al', build, given]);
  await withLock(folder, () => publishToFolder(given, folder, '2026-11-23 20:00', { mayMove }));
}
