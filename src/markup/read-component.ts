/** Reads one component of a body: a known name, attributes that are plain texts, content if allowed. */
import type { ComponentBlock } from '../documents/block.ts';
import { rateHtml } from '../documents/rates.ts';
import { nearest } from '../schema/nearest.ts';
import { referencesIn } from '../schema/traverse.ts';
import { findSchemaIssues } from '../schema/validation-messages.ts';
import { restoreAttribute } from './chinese.ts';
import { contentComponents, isComponentName, RATE_COMPONENT, rateComponent } from './components.ts';
import { addHtml, type HtmlBuilder } from './html-builder.ts';
import { joinLines } from './line-ends.ts';
import type { MdNode } from './tree.ts';

/** Walks the children of a node; passed in, because components contain bodies and bodies components. */
type WalkChildren = (node: MdNode, builder: HtmlBuilder) => void;

/** Adds the component to the walk, or reports why it is not allowed there. */
export function readComponent(node: MdNode, builder: HtmlBuilder, walkChildren: WalkChildren): void {
  const name = node.name ?? '';
  if (name === RATE_COMPONENT) return readRate(node, builder);
  if (!isComponentName(name)) return builder.report(node, ...unknownComponent(name));
  const component = contentComponents[name];
  if (node.type === 'mdxJsxTextElement') {
    const message = `<${name}> 夹在一行字中间了。请让它单独占一行，前后各空一行，例如：${oneLine(component.example)}`;
    return builder.report(node, 'mdx/component', message);
  }
  const attributes = readAttributes(node, builder);
  if (!attributes) return;
  for (const fault of findSchemaIssues(component.attributes, attributes)) {
    builder.report(node, 'mdx/component', `<${name}>：${withAttributeExample(fault.message)}`);
  }
  for (const { id, targets } of referencesIn(component.attributes, attributes))
    builder.refer(node, id, targets);

  const inner: HtmlBuilder = { ...builder, blocks: [] };
  walkChildren(node, inner);
  const children = inner.blocks;
  if (component.hasChildren && children.length === 0) {
    builder.report(
      node,
      'mdx/component',
      `<${name}> 里面是空的。请写上内容，例如：${oneLine(component.example)}`,
    );
  }
  if (!component.hasChildren && children.length > 0) {
    const message = `<${name}> 里面不能写字，写了也不会显示。请写成：${component.example}，要说的话写在它上面。`;
    builder.report(node, 'mdx/component', message);
  }
  builder.blocks.push({ component: name, attributes, children } satisfies ComponentBlock);
}

/** Adds the mark for the amount of a rate, which stands within a sentence. */
function readRate(node: MdNode, builder: HtmlBuilder): void {
  const { attributes: schema, example } = rateComponent;
  if (node.type !== 'mdxJsxTextElement') {
    const message = `<Rate> 只是一个数，单独占一行看不懂。请写在句子里，例如：每人每月${example}。`;
    return builder.report(node, 'mdx/component', message);
  }
  const attributes = readAttributes(node, builder);
  if (!attributes) return;
  const faults = findSchemaIssues(schema, attributes);
  for (const fault of faults)
    builder.report(node, 'mdx/component', `<Rate>：${withAttributeExample(fault.message)}`);
  if ((node.children ?? []).length > 0) {
    const message = `<Rate> 里面不能写字，写了也不会显示。请写成：${example}`;
    return builder.report(node, 'mdx/component', message);
  }
  if (faults.length > 0) return;
  for (const { id, targets } of referencesIn(schema, attributes)) {
    builder.refer(node, id, targets);
    addHtml(builder, rateHtml(id));
  }
}

/** Converts the example at the end of a message to the syntax of a component: ask: 没有户口本 → ask="没有户口本". */
function withAttributeExample(message: string): string {
  return message.replace(/例如：(\w+): "?([^"]*)"?$/, '例如：$1="$2"');
}

/** The attributes as texts; undefined, and reported, if one is an expression or an event. */
function readAttributes(node: MdNode, builder: HtmlBuilder): Record<string, string> | undefined {
  const entries: [string, string][] = [];
  for (const { type, name, value } of node.attributes ?? []) {
    if (type !== 'mdxJsxAttribute' || name === undefined || (typeof value === 'object' && value !== null)) {
      builder.report(
        node,
        'mdx/unsafe',
        `<${node.name}> 里用了花括号 { }。请把内容写在英文双引号里，例如 title="……"。`,
      );
      return undefined;
    }
    entries.push([name, joinLines(restoreAttribute(String(value ?? '')))]);
  }
  return Object.fromEntries(entries);
}

function unknownComponent(name: string): [rule: string, message: string] {
  const known = [...Object.keys(contentComponents), RATE_COMPONENT];
  if (/^[a-z]/.test(name)) {
    const component = known.find((each) => each.toLowerCase() === name.toLowerCase());
    if (component) return ['mdx/component', `<${name}> 的大小写不对。请写成 <${component}>，结尾也一样。`];
    const message = `正文里不能写网页代码 <${name}>：内容是文字，不是程序。请用 Markdown 的写法，或者用这些组件：${known.join('、')}。`;
    return ['mdx/unsafe', message];
  }
  const close = nearest(name, known, 4);
  const advice = close ? `是不是想写 <${close}>？` : `可以用的有：${known.join('、')}。`;
  return ['mdx/component', `没有 <${name}> 这个组件，页面上显示不出来。${advice}`];
}

function oneLine(example: string): string {
  return example.replace(/\n+/g, ' ');
}
