/** Loaded by the worker in browsers that do not decompress themselves. */
import { gunzipSync } from 'fflate';

Object.assign(self, { gunzip: gunzipSync });
