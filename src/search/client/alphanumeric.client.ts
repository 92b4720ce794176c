/** Loaded by the worker for queries with digits or Latin letters. */
import { alphanumericCode } from './alphanumeric-code.ts';

Object.assign(self, { alphanumericCode });
