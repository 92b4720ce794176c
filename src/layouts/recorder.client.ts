/** Records the script of a document. Runs on one page of the toolkit. */
import { initScriptRecorder } from '../components/ScriptRecorder/script-recorder.client.ts';

const box = document.querySelector<HTMLElement>('[data-script-recorder]');
if (box) void initScriptRecorder(box, location);
