/** `npm run bench`: the measurements, as a table for people or as JSON for machines. */
import { defineCommand } from 'citty';
import { measureSearch } from '../bench/search.ts';
import { UsageError } from '../usage-error.ts';

export const bench = defineCommand({
  meta: { name: 'bench', description: 'measure the search over sites of several sizes' },
  args: {
    documents: {
      type: 'string',
      description: 'how many documents; by default 22, 1000 and 10000',
      valueHint: 'N',
    },
    json: { type: 'boolean', description: 'as JSON', default: false },
  },
  async run({ args }) {
    const sizes = args.documents === undefined ? [22, 1000, 10_000] : [Number(args.documents)];
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
      throw new UsageError(`--documents takes a whole number, not "${args.documents}".`);
    }
    const search = [];
    for (const size of sizes) {
      if (!args.json) process.stderr.write(`Search over ${size} documents…\n`);
      search.push(...(await measureSearch(size)));
    }
    if (args.json) process.stdout.write(`${JSON.stringify({ search }, null, 2)}\n`);
    else for (const figures of search) printTable(figures);
  },
});

function printTable(figures: object): void {
  for (const [name, value] of Object.entries(figures)) {
    process.stdout.write(
      `${name.padEnd(22)} ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}\n`,
    );
  }
  process.stdout.write('\n');
}
