/** The components that a body may use, with the names of their buttons; what they take comes from the table of src/markup. */
import type { ComponentName } from '../../../documents/block.ts';
import { contentComponents, isComponentName } from '../../../markup/components.ts';
import { isOptional, ownWordsOf, targetsOf } from '../../../schema/field.ts';
import type { KnownComponents } from './read-mdx.ts';

/** One attribute, as the editor asks for it. */
export interface ComponentAttribute {
  name: string;
  label: string;
  help: string;
  example: string;
  required: boolean;
  /** The collections whose records it names; empty for a text. */
  targets: readonly string[];
}

export const componentLabels: Readonly<Record<ComponentName, string>> = {
  Note: '记住',
  Warning: '当心',
  Example: '举例',
  Question: '问答',
  Call: '电话按钮',
  PolicyLink: '政策按钮',
};

/** A paragraph to which a base gives a name, so that a county may write its own in its place. */
export const NAMED_PART = 'Part';

export const knownComponents: KnownComponents = {
  hasChildren: (name) =>
    name === NAMED_PART ? true : isComponentName(name) ? contentComponents[name].hasChildren : undefined,
};

/** The name of a component's box; of a named part, with its name. */
export function labelOf(name: string, attributes: Readonly<Record<string, string>> = {}): string {
  if (name === NAMED_PART) return `这一段可以单独改：${attributes.name ?? ''}`;
  return isComponentName(name) ? componentLabels[name] : name;
}

export function attributesOf(name: string): ComponentAttribute[] {
  if (!isComponentName(name)) return [];
  return Object.entries(contentComponents[name].attributes.shape).map(([attribute, schema]) => {
    const words = ownWordsOf(schema);
    return {
      name: attribute,
      label: words?.label ?? attribute,
      help: words?.help ?? '',
      example: String(words?.example ?? ''),
      required: !isOptional(schema),
      targets: targetsOf(schema),
    };
  });
}

export function helpOf(name: ComponentName): string {
  return contentComponents[name].help;
}
