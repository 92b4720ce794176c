/** Reads the page aloud. A separate script, so that pages without this do not load it. */
import { initReadAloud } from '../components/ReadAloud/read-aloud.client.ts';
import { enhance } from './enhance.ts';

enhance<HTMLButtonElement>('.read-aloud button', (button) => {
  const main = button.closest('main');
  if (main && 'speechSynthesis' in window) initReadAloud(button, main, speechSynthesis);
});
