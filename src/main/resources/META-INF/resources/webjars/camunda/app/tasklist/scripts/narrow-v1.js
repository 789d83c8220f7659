/*
 * On a telephone a task lies below the inboxes and the list. Whoever opens one is brought to it, once: a hand on the page
 * is not fought against. Browsers keep these files for long: after a change, rename the file here and in config.js.
 */
const NARROW = window.matchMedia('(max-width: 767px)');
const HANDS = ['touchmove', 'wheel', 'keydown'];
let open = '';
let waiting = false;

const taskOfPage = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task') ?? '';

function look() {
  const here = taskOfPage();
  if (here !== open) {
    open = here;
    waiting = here !== '';
  }
  const head = waiting && NARROW.matches && document.querySelector('.task-card > header');
  // Before its form is there the page is too short to be moved that far.
  if (head && document.querySelector('.task-card .fjs-form')) {
    waiting = false;
    head.scrollIntoView({block: 'start'});
  }
}

HANDS.forEach(hand => document.addEventListener(hand, () => (waiting = false), {capture: true, passive: true}));
new MutationObserver(look).observe(document.documentElement, {childList: true, subtree: true});

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.narrow',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
