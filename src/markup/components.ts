/**
 * The components that editors may use in a body, with their attributes. The parser, the error messages and the handbook use this table;
 * src/components renders them.
 */
import { z } from 'zod';
import type { ComponentName } from '../documents/block.ts';
import { field, reference } from '../schema/field.ts';
import { text } from '../schema/field-types.ts';

interface ContentComponent {
  /** The attributes, all texts. */
  attributes: z.ZodObject;
  /** Whether it has content between its tags. */
  hasChildren: boolean;
  /** Its purpose. */
  help: string;
  /** An example for editors. */
  example: string;
}

const optionalTitle = field(text(24).optional(), {
  label: '小标题',
  help: '不写就用默认的。',
  example: '记住',
});

export const contentComponents: Record<ComponentName, ContentComponent> = {
  Note: {
    attributes: z.strictObject({ title: optionalTitle }),
    hasChildren: true,
    help: '要记住的事，放在一个框里。',
    example: '<Note>\n\n办完记得要回执。\n\n</Note>',
  },
  Warning: {
    attributes: z.strictObject({ title: optionalTitle }),
    hasChildren: true,
    help: '当心的事：骗局、会花冤枉钱的地方。',
    example: '<Warning>\n\n申请低保不收钱，谁收钱谁是骗子。\n\n</Warning>',
  },
  Example: {
    attributes: z.strictObject({
      title: field(text(24), { label: '小标题', help: '谁的例子。', example: '老王家的例子' }),
    }),
    hasChildren: true,
    help: '举个例子，让人对照自己家。',
    example: '<Example title="老王家的例子">\n\n老王家三口人……\n\n</Example>',
  },
  Question: {
    attributes: z.strictObject({
      ask: field(text(40), { label: '问题', help: '照大家嘴上的问法写。', example: '没有户口本能办吗？' }),
    }),
    hasChildren: true,
    help: '一问一答。',
    example: '<Question ask="没有户口本能办吗？">\n\n先去派出所补办。\n\n</Question>',
  },
  Call: {
    attributes: z.strictObject({
      contact: field(reference('contacts'), {
        label: '电话',
        help: 'contacts 里的一个 id。',
        example: 'tel-12345',
      }),
    }),
    hasChildren: false,
    help: '一个打电话的按钮，单独占一行。',
    example: '<Call contact="tel-12345" />',
  },
  PolicyLink: {
    attributes: z.strictObject({
      policy: field(reference('policies'), {
        label: '政策',
        help: 'policies 里的一个文件名。',
        example: 'di-bao',
      }),
    }),
    hasChildren: false,
    help: '通到另一个政策的按钮，单独占一行。',
    example: '<PolicyLink policy="di-bao" />',
  },
};

/** The amount of a rate; the only component within a sentence. */
export const rateComponent: ContentComponent = {
  attributes: z.strictObject({
    id: field(reference('rates'), {
      label: '标准',
      help: 'rates 里的一个 id。',
      example: 'di-bao-biao-zhun',
    }),
  }),
  hasChildren: false,
  help: '会调的数，写在句子里。数在 rates 文件夹里改一处，用到的网页都跟着变。',
  example: '<Rate id="di-bao-biao-zhun" />',
};
export const RATE_COMPONENT = 'Rate';

/** Whether a tag is one of the components. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(contentComponents, name);
}
