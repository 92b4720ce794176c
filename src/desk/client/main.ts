/** The editing desk in the browser. */

import { takeToken } from './api.ts';
import { startDesk } from './app.tsx';

takeToken();
const root = document.getElementById('desk');
if (root !== null) startDesk(root);
