/** Loaded by the worker for queries that may be about fraud. */
import { checkFraud } from '../fraud.ts';

Object.assign(self, { checkFraud });
