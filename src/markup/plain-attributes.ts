/** The attributes of a tag with the equals signs and quotation marks of an English keyboard; the parser reads only these. */
export function plainAttributes(text: string): string {
  return text
    .replace(/＝/g, '=')
    .replace(/=\s*[“”＂"]([^“”＂"]*)[“”＂"]/g, '="$1"')
    .replace(/／/g, '/')
    .replace(/\u3000/g, ' ');
}

/** A tag of a line whose attributes are written with Chinese marks; undefined without one. */
export function mistypedTag(line: string): string | undefined {
  const tag = /<\/?[A-Za-z][^<>\n]*[“”＂＝／][^<>\n]*>/u.exec(line)?.[0];
  // Chinese marks between English quotation marks are correct.
  return tag !== undefined && /[“”＂＝／]/.test(tag.replace(/"[^"]*"/g, '')) ? tag : undefined;
}
