/** The findings about links to other sites, for editors. */
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { OutsideLink } from './find-links.ts';
import type { LinkState } from './link-state.ts';

/** One finding for each place of a link that is dead, moved or has to be looked at; dead ones are errors. */
export function linkFindings(
  links: readonly OutsideLink[],
  states: ReadonlyMap<string, LinkState>,
): Diagnostic[] {
  return links.flatMap(({ url, file, line, column }) => {
    const state = states.get(url);
    if (state === undefined || state.kind === 'alive') return [];
    const severity = state.kind === 'dead' ? ('error' as const) : ('warning' as const);
    return [
      { file, line, column, severity, rule: `outside-link/${state.kind}`, message: messageOf(url, state) },
    ];
  });
}

function messageOf(url: string, state: Exclude<LinkState, { kind: 'alive' }>): string {
  if (state.kind === 'dead') {
    return `${url}：${state.reason}。读的人点开是空的，查不到依据。请找到新的网址换上；没有了就删掉网址，留下文件名和文号。`;
  }
  if (state.kind === 'moved')
    return `${url} 搬到了 ${state.to}。旧的说不定哪天就打不开，请点开看看，对就换上新的。`;
  return `${url}：${state.reason}。程序说不准，请您自己点开看一次。`;
}
