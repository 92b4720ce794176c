/** A body as plain text, without markup: for descriptions, for search and for reading aloud. */
import { type Block, isComponent } from './block.ts';
import { unescapeHtml } from './html-text.ts';

/** The text of finished HTML, a line for each paragraph, list item and row. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/<(?:br|\/p|\/li|\/h[2-4]|\/tr|\/blockquote)>/g, '\n')
    .replace(/<\/t[dh]>/g, '，')
    .replace(/<[^>]*>/g, '');
  return unescapeHtml(text)
    .replace(/，?\n+/g, '\n')
    .trim();
}

/** The text of a body; a question precedes its answer. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (!isComponent(block)) return textOfHtml(block.html);
      const { title, ask } = block.attributes;
      return [title ?? ask ?? '', textOfBlocks(block.children)].filter(Boolean).join('\n');
    })
    .filter(Boolean)
    .join('\n');
}

/** The questions of a body with their answers, for machines that list them. */
export function questionsIn(blocks: readonly Block[]): { question: string; answer: string }[] {
  return blocks
    .filter(isComponent)
    .flatMap(({ component, attributes, children }) =>
      component === 'Question'
        ? [{ question: attributes.ask ?? '', answer: textOfBlocks(children) }]
        : questionsIn(children),
    );
}
