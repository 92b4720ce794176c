/** Hugo as packaged by Debian, with one template for pages and one for the list of each collection. */
import { spawnSync } from 'node:child_process';
import { runMeasured } from '../measured-run.ts';
import type { Competitor } from './competitor.ts';
import { frontMatter } from './texts.ts';
import { writeFiles } from './write-files.ts';

const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"><main><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}</main></html>
`;
const LIST = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ .Title }}</title><main><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>
{{ end }}</ul></main></html>
`;

const version = (): string | undefined => {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return /v(\d[\d.]*)/.exec(stdout ?? '')?.[1];
};

export const hugo: Competitor = {
  get what() {
    return `Hugo ${version() ?? ''}: pages and lists from plain Markdown`;
  },
  isReady() {
    if (version() !== undefined) return true;
    process.stderr.write('Hugo is not here and is left out: apt-get install hugo\n');
    return false;
  },
  write(dir, texts) {
    const files = texts.map(({ path, title, summary, markdown }) => [
      `content/${path}.md`,
      frontMatter({ title, summary }) + markdown,
    ]);
    writeFiles(dir, {
      ...Object.fromEntries(files),
      'layouts/_default/single.html': PAGE,
      'layouts/_default/list.html': LIST,
      'layouts/index.html': LIST,
      'config.toml':
        'baseURL = "https://peer.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    });
  },
  build: (dir) => runMeasured('hugo', ['--quiet', '--source', dir, '--destination', 'out']),
};
