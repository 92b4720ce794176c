/**
 * Measures publishing by push: one document of a large county behind `serve-git` is changed, committed and pushed with git. The measured
 * time is the editor's waiting time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { nodeArgs } from '../node-args.ts';
import { generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import type { Figures } from './table.ts';

/** Figures of one size: wall-clock seconds of the first publication and of one change. */
export async function measurePublishing(documents: number): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [content, repository, site, editor] = ['content', 'county.git', 'site', 'editor'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    generateContent(content, Math.max(0, documents - REAL_DOCUMENTS));
    const serve = nodeArgs('mingbai.ts', 'serve-git', repository, '--site', site, '--content', content);
    const first = timed(process.execPath, serve);
    timed('git', ['clone', '--quiet', repository, editor]);
    const path = join(editor, 'content', 'policies', 'di-bao.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: 家里困难，先问低保'));
    const who = ['-C', editor, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
    timed('git', [...who, 'commit', '--quiet', '--all', '--message', '改标题']);
    const push = timed('git', [...who, 'push', 'origin', 'main']);
    const live = readFileSync(join(site, 'current', 'policies', 'di-bao', 'index.html'), 'utf8');
    if (!live.includes('先问低保')) throw new Error(`The change did not become live:\n${push.said}`);
    return [
      {
        documents,
        processors: availableParallelism(),
        firstSeconds: first.seconds,
        changeToLiveSeconds: push.seconds,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(command: string, args: readonly string[]): { seconds: number; said: string } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: projectDir, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return { seconds: (performance.now() - began) / 1000, said: stderr };
}
