/** `npm run bench`: measurements as tables, as JSON, or as the tables of docs/benchmarks.md. */
import { writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import {
  BENCHMARKS_PAGE,
  commitOfCode,
  readBenchmarksPage,
  requireBlocks,
  withTable,
} from '../bench/benchmarks-page.ts';
import { dayAndMachine } from '../bench/machine.ts';
import { asTable, type Figures } from '../bench/table.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  withPictures: boolean;
  /** Whether to print JSON. */
  json: boolean;
  /** For `guards`: prints wrong cases whose names begin with this. */
  show: string | undefined;
  /** For `first-search` and `publish`: the earlier commit. */
  base: string | undefined;
}

interface Measurement {
  /** Default numbers of documents. */
  sizes: readonly number[];
  /** Whether it has sets of its own, independent of the number of documents. */
  hasOwnSets?: boolean;
  /** Loads the measurement: one row for each variant, for a number of documents. */
  load(): Promise<(documents: number, options: Options) => Promise<Figures[]>>;
}

/** Each is a file of scripts/bench/; `npm run bench -- NAME` runs one. */
export const measurements: Record<string, Measurement> = {
  search: {
    sizes: [22, 1000, 10_000],
    load: () => import('../bench/search.ts').then((file) => file.measureSearch),
  },
  'first-search': {
    sizes: [22, 1000],
    load: () => import('../bench/first-search.ts').then((file) => file.measureFirstSearch),
  },
  'province-search': {
    // Counties, of 200 documents each.
    sizes: [100],
    load: () => import('../bench/province-search.ts').then((file) => file.measureProvinceSearch),
  },
  province: {
    // Counties, of 200 documents each, here and in the next two.
    sizes: [100],
    hasOwnSets: true,
    load: () => import('../bench/province.ts').then((file) => file.measureProvince),
  },
  'province-hosts': {
    sizes: [100],
    hasOwnSets: true,
    load: () => import('../bench/province-hosts.ts').then((file) => file.measureProvinceHosts),
  },
  'province-editor': {
    sizes: [100],
    hasOwnSets: true,
    load: () => import('../bench/province-editor.ts').then((file) => file.measureProvinceEditor),
  },
  build: {
    sizes: [22, 1000],
    load: () => import('../bench/build.ts').then((file) => file.measureBuild),
  },
  reading: {
    sizes: [22, 1000],
    load: () => import('../bench/reading.ts').then((file) => file.measureReading),
  },
  site: {
    sizes: [22, 1000],
    load: () => import('../bench/site.ts').then((file) => file.measureSite),
  },
  'one-file': {
    sizes: [22, 1000],
    load: () => import('../bench/one-file.ts').then((file) => file.measureOneFile),
  },
  check: {
    sizes: [1000],
    load: () => import('../bench/check.ts').then((file) => file.measureCheck),
  },
  pictures: {
    sizes: [22, 1000],
    load: () => import('../bench/pictures.ts').then((file) => file.measurePictures),
  },
  photographs: {
    sizes: [10],
    load: () => import('../bench/photographs.ts').then((file) => file.measurePhotographs),
  },
  import: {
    sizes: [100],
    load: () => import('../bench/import.ts').then((file) => file.measureImport),
  },
  publish: {
    sizes: [22, 1000],
    load: () => import('../bench/publish.ts').then((file) => file.measurePublishing),
  },
  'remote-cache': {
    sizes: [22, 200],
    load: () => import('../bench/remote-cache.ts').then((file) => file.measureRemoteCache),
  },
  preview: {
    sizes: [22, 1000],
    load: () => import('../bench/preview.ts').then((file) => file.measurePreview),
  },
  desk: {
    sizes: [22, 1000],
    load: () => import('../bench/desk.ts').then((file) => file.measureDesk),
  },
  report: {
    sizes: [1000],
    load: () => import('../bench/report.ts').then((file) => file.measureReport),
  },
  finder: {
    sizes: [300],
    load: () => import('../bench/finder.ts').then((file) => file.measureFinder),
  },
  guards: {
    sizes: [1],
    hasOwnSets: true,
    load: () => import('../bench/guards.ts').then((file) => file.measureGuards),
  },
};

const names = Object.keys(measurements);

export const bench = defineCommand({
  meta: { name: 'bench', description: 'measure, side by side' },
  args: {
    what: { type: 'positional', required: false, description: `one of ${names.join(', ')}; else all` },
    documents: { type: 'string', description: 'how many documents', valueHint: 'N' },
    counties: { type: 'string', description: 'province…: how many counties, default 100', valueHint: 'N' },
    pictures: { type: 'boolean', description: 'build without them: --no-pictures', default: true },
    json: { type: 'boolean', description: 'as JSON', default: false },
    write: { type: 'boolean', description: 'put the tables into docs/benchmarks.md', default: false },
    show: {
      type: 'string',
      description: 'guards: print the cases that went wrong, of a family, a kind or all',
      valueHint: 'privacy/minor-name|all',
    },
    base: { type: 'string', description: 'first-search, publish: the earlier commit', valueHint: 'COMMIT' },
  },
  async run({ args: { what, documents, counties, pictures, json, show, base, write } }) {
    if (what !== undefined && !names.includes(what)) {
      throw new UsageError(`There is no measurement "${what}": one of ${names.join(', ')}.`);
    }
    const given = counties ?? documents;
    const size = given === undefined ? undefined : Number(given);
    if (size !== undefined && (!Number.isInteger(size) || size < 1)) {
      throw new UsageError(`--documents and --counties take a whole number, not "${given}".`);
    }
    if (write && !pictures)
      throw new UsageError('--write takes the whole measurement, not one with --no-pictures.');
    const wanted = what === undefined ? names : [what];
    if (write) requireBlocks(readBenchmarksPage(), wanted);
    const all: Record<string, Figures[]> = {};
    const { day, machine } = dayAndMachine();
    const { processors, model, memoryGb, node } = machine;
    const where = `${processors} × ${model}, ${memoryGb} GB, Node ${node}`;
    const stamp = { day, commit: commitOfCode(), machine: where };
    if (!json) process.stdout.write(`${day}, ${where}\n`);
    for (const name of wanted) {
      const { sizes, hasOwnSets, load } = measurements[name] as Measurement;
      const measure = await load();
      all[name] = [];
      for (const each of size === undefined ? sizes : [size]) {
        process.stderr.write(`${name}: ${each} ${name.startsWith('province') ? 'counties' : 'documents'}…\n`);
        const figures = await measure(each, { withPictures: pictures, json, show, base });
        all[name].push(...figures);
        if (!json) process.stdout.write(`\n${asTable(figures)}\n`);
        if (!write) continue;
        const measured = { name, documents: hasOwnSets ? undefined : each, rows: figures };
        writeFileSync(BENCHMARKS_PAGE, withTable(readBenchmarksPage(), measured, stamp));
      }
    }
    if (json) process.stdout.write(`${JSON.stringify({ day, machine, ...all }, null, 2)}\n`);
  },
});
