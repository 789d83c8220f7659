/*
 * How many tasks each inbox holds: Tasklist counts the open one alone. Asked for when a task comes or goes, and once a
 * minute. Browsers keep these files for long: after a change, rename the file here and in config.js.
 */
const EVERY = 60000;
const SOON = 400;
let counts = null;
let list = '';
let timer = 0;

function write() {
  document.querySelectorAll('.task-filter h4 a').forEach(link => {
    const count = String(counts?.[link.firstChild?.textContent?.trim()] ?? '');
    if (link.dataset.count !== count) {
      link.dataset.count = count;
    }
  });
}

async function ask() {
  try {
    const answer = await fetch('/api/tasks/counts', {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
    if (answer.ok) {
      counts = await answer.json();
      write();
    }
  } catch {
    // Without it the inboxes lack a number.
  }
}

function look() {
  const now = [...document.querySelectorAll('.tasks-list li.task h4 a')].map(link => link.hash).join();
  if (now !== list || counts === null) {
    list = now;
    counts ??= {};
    clearTimeout(timer);
    timer = setTimeout(ask, SOON);
  }
  write();
}

new MutationObserver(look).observe(document.documentElement, {childList: true, subtree: true});
setInterval(() => document.hidden || ask(), EVERY);

/** Tasklist loads a script only as a plugin; this one draws nothing by itself. */
export default {
  id: 'nepsong.counts',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
