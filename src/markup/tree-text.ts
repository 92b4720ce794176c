/** The text of a tree of nodes. The one place for it: the trees of satteri, hast and mdast have the same shape. */

interface TextNode {
  type: string;
  value?: unknown;
  children?: readonly TextNode[];
}

/** The values of all nodes of the type `text` at and below `node`, in order, each as `restore` returns it. */
export function treeText(node: object, restore: (value: string) => string = (value) => value): string {
  const { type, value, children = [] } = node as TextNode;
  if (type === 'text') return restore(String(value ?? ''));
  return children.map((child) => treeText(child, restore)).join('');
}
