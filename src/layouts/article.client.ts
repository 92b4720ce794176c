/** Copies an article for the official account. Runs on one page of the toolkit. */
import { initArticleCopy } from '../components/ArticleCopy/article-copy.client.ts';

const box = document.querySelector<HTMLElement>('[data-article-copy]');
if (box) void initArticleCopy(box, location);
