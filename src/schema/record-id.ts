/** The id of a record, used in references. */
import { field } from './field.ts';
import { slug } from './field-types.ts';

/** The id field, with an `example` id. */
export const recordId = (example: string) =>
  field(slug(), { label: '代号', help: '小写拼音字母、数字和短横线，和文件名一样，定了就不改。', example });
