/** `npm run deploy`: checks, builds and publishes, completely or not at all; `--rollback` reverts the last publication. */

import { defineCommand } from 'citty';
import { readSite } from '../../src/corpus/site-files.ts';
import { printable, printableLines } from '../../src/documents/printable.ts';
import { type AddressStyle, addressStyles, PublishError, toUserError } from '../../src/publish/index.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { deploySite } from '../deploy-site.ts';
import { openLedgerBranch } from '../git/ledger-branch.ts';
import { findTarget, type Target } from '../publish-targets.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  to: {
    type: 'string',
    description: '发布到哪里（要写明）：文件夹、用户@主机:/文件夹，或者 s3://桶',
    valueHint: 'TARGET',
  },
  'dry-run': { type: 'boolean', description: '只说要传什么，不动手', default: false },
  'address-style': {
    type: 'string',
    description: '桶的名字写在哪里：path（路径里）或 virtual（域名里）；不写就照服务商的规矩',
    valueHint: 'STYLE',
  },
  'ledger-branch': {
    type: 'string',
    description: '新网址记在 origin 的哪个分支上，不提交到编辑推的分支；给自动发布用',
    valueHint: 'BRANCH',
  },
  rollback: { type: 'boolean', description: '退回上一版', default: false },
} as const;

export const deploy = defineCommand({
  meta: { name: 'deploy', description: '检查、生成、发布网站，要么整个换上，要么不动' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, options);
    if (args._.length > 0) {
      throw new UsageError(
        `发布到哪里写在 --to 后面，「${args._.join(' ')}」前面没有。例如 npm run deploy -- --to /srv/mingbai`,
      );
    }
    if (!args.to) throw new UsageError('要写明发布到哪里，例如 npm run deploy -- --to /srv/mingbai');
    const target = findTarget(args.to, {
      dryRun: args['dry-run'],
      addressStyle: addressStyleFrom(args['address-style']),
    });
    const say = (line: string) => process.stdout.write(`${printable(line)}\n`);
    try {
      await target.withLock(async () => {
        if (args.rollback) say(await target.rollBack());
        else
          await publish(settings, target, say, {
            dryRun: args['dry-run'],
            ledgerBranch: args['ledger-branch'],
          });
      });
    } catch (error) {
      const known = toUserError(error);
      if (!(known instanceof PublishError)) throw error;
      process.stderr.write(`${printableLines(known.message)}\n`);
      process.exitCode = 1;
    }
  },
});

/** The addressing style; throws UsageError for an unknown one. */
function addressStyleFrom(given: string | undefined): AddressStyle | undefined {
  const style = addressStyles.find((each) => each === given);
  if (given !== undefined && style === undefined) {
    throw new UsageError(`--address-style 只能写 ${addressStyles.join(' 或 ')}，现在写的是「${given}」。`);
  }
  return style;
}

async function publish(
  settings: Settings,
  target: Target,
  say: (line: string) => void,
  { dryRun, ledgerBranch }: { dryRun: boolean; ledgerBranch: string | undefined },
): Promise<void> {
  const began = performance.now();
  await target.prepare?.();
  const branch = ledgerBranch === undefined ? undefined : openLedgerBranch(settings.contentDir, ledgerBranch);
  const { diagnostics, published, newAddresses } = await deploySite(
    settings,
    (builtDir, now) => target.publish(builtDir, now),
    { keepsLedger: !dryRun, savesCache: !dryRun, replaces: target.replaces },
  );
  reportDiagnostics(diagnostics, process.stderr);
  if (published === undefined) {
    process.stderr.write('内容有错误，没有发布，网站还是原来的样子。请照上面说的改好再来一次。\n');
    process.exitCode = 1;
    return;
  }
  const site = readSite(settings.contentDir, settings.contentName);
  say(`${published}用了 ${((performance.now() - began) / 1000).toFixed(1)} 秒。网址：${site.url}`);
  if (branch !== undefined && !dryRun) {
    branch.push();
    if (newAddresses.length > 0) say(`${ledgerBranch} 分支上记下了 ${newAddresses.length} 个新网址。`);
  } else if (newAddresses.length > 0) {
    say(`${settings.contentName}/addresses.yml 记下了 ${newAddresses.length} 个新网址，请把它也提交。`);
  }
}
