/** Splits an .mdx file into its fields (YAML between two lines of ---) and its body. */

export interface FrontMatter {
  yaml: string;
  /** The offset in the file at which the fields begin. */
  yamlOffset: number;
  body: string;
  /** The line of the file, from 1, on which the body begins. */
  bodyLine: number;
}

/** The line of the file, from 1, on which the fields begin. */
export const YAML_LINE = 2;

/** Undefined if the file does not begin with a closed block of fields. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  const [whole, yaml = ''] = match;
  const yamlOffset = whole.indexOf('\n') + 1;
  return { yaml, yamlOffset, body: text.slice(whole.length), bodyLine: whole.split('\n').length };
}
