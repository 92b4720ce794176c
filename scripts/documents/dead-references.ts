/**
 * Finds dead references in documents and comments: links to files and headings, and names of files that do not exist.
 */
import { posix } from 'node:path';

/** One document or source file. */
export interface Text {
  /** Path from the project root, with slashes. */
  path: string;
  text: string;
}

/** A dead reference. */
export interface DeadReference {
  path: string;
  /** From 1. */
  line: number;
  what: string;
}

/** The files that can be referred to. */
export interface Project {
  /** Paths of all files from the project root. */
  files: readonly string[];
  /** The text of a file, for its headings; undefined if there is none. */
  read(path: string): string | undefined;
}

/** `[text](target)` and `![text](target "title")`. */
const LINK = /!?\[(?:[^[\]]|\[[^\]]*\])*\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g;
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** A path that begins with a top-level folder of the project and ends with a file or folder. */
const PROJECT_PATH =
  /(?<![\w/.…-])((?:src|scripts|tests|docs|findings|\.github|\.workflow|\.ci)\/(?:(?:[\w@./-]|\[[\w.]+\])*(?:\w|\[[\w.]+\]))?)(?![\w*{…<]|\/[*{…])/g;
/** Placeholders in paths. */
const PLACEHOLDER = /(?:^|\/)(?:NAME|FAMILY)\b/;
/** A source file name, with or without some of its folders. */
const SOURCE_NAME =
  /(?<![\w/.@*{}…-])((?:[\w@[\]-]+\/)*[\w[\]-]+(?:\.[\w-]+)*\.(?:ts|astro|mjs))(?![\w*{…])/g;
/** Block and line comments; a line comment starts the line or follows a space, so that URLs do not match. */
const COMMENT = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/[^\n]*/g;
const FENCE = /^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\2[^\n]*$/gm;
const INLINE_CODE = /`[^`\n]*`/g;

/** Dead links, dead anchors and names of missing files in a Markdown document. */
export function deadInDocument(document: Text, project: Project): DeadReference[] {
  const names = [...pathsIn(document.text), ...sourceNamesIn(document.text)];
  return [...deadLinks(document, project), ...missing(document, names, project)];
}

/** Names of missing files in the comments of a source file. */
export function deadInComments(source: Text, project: Project): DeadReference[] {
  const comments = blankOutside(source.text, COMMENT);
  return missing(source, [...pathsIn(comments), ...sourceNamesIn(comments)], project);
}

/** Dead links and anchors of a Markdown document alone. */
export function deadLinks({ path, text }: Text, project: Project): DeadReference[] {
  const plain = blank(blank(text, FENCE), INLINE_CODE);
  return Array.from(plain.matchAll(LINK), ({ 1: target = '', index }) => ({ target, index })).flatMap(
    ({ target, index }) => {
      if (EXTERNAL.test(target) || target.startsWith('/')) return [];
      const [file = '', anchor] = target.split('#') as [string, string?];
      const found = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file)));
      const line = lineAt(text, index);
      if (!exists(found, project.files)) return [{ path, line, what: `no file ${target}` }];
      if (anchor === undefined) return [];
      const ids = headingIds(found === path ? text : (project.read(found) ?? ''));
      return ids.has(decodeURIComponent(anchor)) ? [] : [{ path, line, what: `no heading ${target}` }];
    },
  );
}

/** The anchors of a Markdown document, as GitHub, GitLab and Gitee make them of its headings. */
export function headingIds(text: string): Set<string> {
  const ids = new Set<string>();
  for (const [, heading = ''] of blank(text, FENCE).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const id = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let unused = id;
    for (let number = 1; ids.has(unused); number += 1) unused = `${id}-${number}`;
    ids.add(unused);
  }
  return ids;
}

interface Name {
  name: string;
  index: number;
  /** Whether the path starts at the project root; otherwise leading folders may be missing. */
  isWhole: boolean;
}

function pathsIn(text: string): Name[] {
  return Array.from(text.matchAll(PROJECT_PATH), ({ 1: name = '', index }) => ({
    name,
    index,
    isWhole: true,
  }));
}

function sourceNamesIn(text: string): Name[] {
  return Array.from(text.matchAll(SOURCE_NAME), ({ 1: name = '', index }) => ({
    name,
    index,
    isWhole: false,
  })).filter(({ name }) => !name.match(PROJECT_PATH));
}

function missing({ path, text }: Text, names: readonly Name[], { files }: Project): DeadReference[] {
  return names
    .filter(({ name }) => !PLACEHOLDER.test(name))
    .filter(({ name, isWhole }) =>
      isWhole
        ? !exists(name, files) && !exists(posix.join(posix.dirname(path), name), files)
        : !files.some((file) => file === name || file.endsWith(`/${name}`)),
    )
    .map(({ name, index }) => ({ path, line: lineAt(text, index), what: `no file ${name}` }));
}

function exists(path: string, files: readonly string[]): boolean {
  const name = path.replace(/\/$/, '');
  return name === '.' || files.some((file) => file === name || file.startsWith(`${name}/`));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The text with matches blanked; offsets stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '));
}

/** The text with everything but matches blanked; offsets stay. */
function blankOutside(text: string, pattern: RegExp): string {
  let [masked, end] = ['', 0];
  for (const match of text.matchAll(pattern)) {
    masked += text.slice(end, match.index).replace(/[^\n]/g, ' ') + match[0];
    end = match.index + match[0].length;
  }
  return masked + text.slice(end).replace(/[^\n]/g, ' ');
}
