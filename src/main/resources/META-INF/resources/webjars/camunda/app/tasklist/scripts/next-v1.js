/*
 * A task that was completed leaves an empty place: the next one of the same inbox takes it. Browsers keep these files for
 * long: after a change, rename the file here and in config.js.
 */
const PATIENCE = 8000;

const part = name => new URLSearchParams(location.hash.split('?')[1] ?? '').get(name);
const links = () => [...document.querySelectorAll('.tasks-list li.task h4 a')];
const taskOf = link => new URLSearchParams(link.hash.split('?')[1] ?? '').get('task');

let open = part('task');
let inbox = part('filter');
let list = [];
/** The tasks that came after the one that was completed, until one of them is opened. */
let after = null;
let until = 0;

/** Of the form's own sending alone: whoever closes a task, or goes to another inbox, wants no other task. */
let sent = '';
const send = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  const task = /\/task\/([^/]+)\/submit-form$/.exec(String(address))?.[1];
  if (task) {
    this.addEventListener('load', () => {
      if (this.status >= 200 && this.status < 300) {
        sent = decodeURIComponent(task);
      }
    });
  }
  return send.call(this, method, address, ...rest);
};

function openNext() {
  const there = links();
  if (there.some(link => taskOf(link) === sent)) {
    return;
  }
  const next = after.map(id => there.find(link => taskOf(link) === id)).find(Boolean) ?? there[0];
  after = null;
  next?.click();
}

function look() {
  const task = part('task');
  if (task !== open || part('filter') !== inbox) {
    const done = open !== null && open === sent && task === null && part('filter') === inbox;
    after = done ? list.slice(list.indexOf(open) + 1) : null;
    until = Date.now() + PATIENCE;
    open = task;
    inbox = part('filter');
  }
  if (after && Date.now() > until) {
    after = null;
  }
  if (after) {
    openNext();
  } else {
    list = links().map(taskOf);
  }
}

new MutationObserver(look).observe(document.documentElement, {childList: true, subtree: true});

/** Tasklist loads a script only as a plugin; this one draws nothing by itself. */
export default {
  id: 'nepsong.next',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
