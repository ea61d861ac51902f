import { mount } from 'svelte';
import App from './shell/App.svelte';
import { platform } from './shared/platform';
import { loadPage } from './shell/views';
import { router, start } from './store';
import './styles/index.css';

/** What takes longer than this shows the frame first, and fills it when it comes; ms. */
const PATIENCE = 250;

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

document.documentElement.dataset.platform = platform;

// The core's first answer, the code of the first page and what it shows are asked for at once, and drawn in one go. What
// fails here is told where it is needed.
const first = loadPage(router.view).then((page) => page.prepare?.());
// A face that came after the first picture would lay it out twice.
const face = platform === 'linux' ? document.fonts.load('1em "Inter Variable"') : undefined;
const ready = Promise.allSettled([start(), first, face]);
await Promise.race([ready, new Promise((late) => setTimeout(late, PATIENCE))]);
mount(App, { target });
