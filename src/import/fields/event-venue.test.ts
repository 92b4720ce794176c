/** Where a notice’s event is held. */
import { expect, test } from 'vitest';
import { eventVenue } from './event-venue.ts';

test.each([
  ['培训地点：县职业技术学校实训楼。', '县职业技术学校实训楼', 'stated'],
  ['定于12月3日在永安镇文化广场举行。', '永安镇文化广场', 'sentence'],
])('a notice’s event is held where the text says: %s', (line, value, certainty) =>
  expect(eventVenue([line])).toEqual({ value, from: `“${line}”`, certainty }),
);
