/*
 * Saves what is typed into a form on the server: a moment after the typing, every half minute, and on leaving. The
 * form opens with it again, on any machine. Tasklist's own "Save" writes to this browser alone, in plain text, and
 * shows it over newer data for ever: it is led here too. Browsers keep these files for long: after a change, rename
 * the file here and in config.js.
 */
import words from './words-v1.js';

const PREFIX = 'camunda-form:';
const AFTER_TYPING = 3000;
const AFTER_TYPING_MUCH = 500;
const EVERY = 30000;
/** Bytes: requests that outlive their page may carry 64 KB together. What is longer is saved sooner instead. */
const MOST_ON_LEAVING = 60000;

let form = null;
let task = null;
/** When the draft was saved that this page opened with, or saved last; null as long as that is not known. */
let known = null;
const page = crypto.randomUUID?.() ?? String(Math.random());
let container = null;
let saved = '';
let touched = false;
let large = false;
let timer = 0;
/** The task whose form is on its way to the server, or arrived: it needs no draft any more. */
let handedIn = null;
let sign = null;

/** The form that form-js has drawn into the element, by the tree of its drawing library. */
function drawnForm(element) {
  const waiting = [element.__k];
  for (let seen = 0; waiting.length > 0 && seen < 200; seen++) {
    const node = waiting.shift();
    const form = node?.props?.value?.getService?.('form', {strict: false});
    if (form?._getSubmitData) {
      return form;
    }
    if (node?.__k) {
      waiting.push(...(Array.isArray(node.__k) ? node.__k : [node.__k]));
    }
  }
  return null;
}

const taskOfPage = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
const token = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
/** Asked while somebody types: on leaving, the page may show the next task already. */
const isMine = () => document.querySelector('button.unclaim') !== null;

const written = field => field.key && !field.readonly && !field.disabled;

/** What people can type, and the code by which the server knows a row: the rest is what its tables say. */
function content() {
  try {
    const data = form._getSubmitData();
    const fields = components => components.flatMap(field => (field.type === 'group' ? fields(field.components) : [field]));
    const typed = {};
    for (const field of fields(form._getState().schema.components)) {
      if (field.type === 'dynamiclist') {
        const keys = new Set(['code', ...fields(field.components).filter(written).map(one => one.key)]);
        typed[field.path] = data[field.path]?.map(row =>
          Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key))));
      } else if (written(field)) {
        typed[field.key] = data[field.key];
      }
    }
    return JSON.stringify(typed);
  } catch {
    return '';
  }
}

const isLarge = body => new TextEncoder().encode(body).length > MOST_ON_LEAVING;
const time = at => at.toLocaleTimeString(words.locale, {hour: '2-digit', minute: '2-digit'});
const moment = at => `${time(at)} ${at.toLocaleDateString(words.locale)}`;

function show(text, wrong) {
  if (!sign?.isConnected) {
    sign = document.createElement('div');
    sign.className = 'nepsong-draft';
    sign.setAttribute('role', 'status');
    document.body.append(sign);
  }
  sign.textContent = text;
  sign.classList.toggle('wrong', Boolean(wrong));
}

/** Tasklist's own button, which would do nothing and not say so. */
function offerSaving(offered) {
  const button = document.querySelector('.task-card [ng-click^="save("]');
  if (button) {
    button.style.display = offered ? '' : 'none';
  }
}

/** Says whose draft it is that the form has opened with. */
async function tell(opened) {
  try {
    const answer = await fetch(`/api/tasks/${encodeURIComponent(opened)}/draft`, {credentials: 'same-origin'});
    if (answer.status === 204 && task === opened && isMine()) {
      known ??= '';
    }
    if (answer.status === 200) {
      const draft = await answer.json();
      if (task === opened) {
        known ??= draft.savedAt;
      }
      if (task === opened && !touched) {
        show(words.draftOf.replace('{at}', moment(new Date(draft.savedAt))).replace('{by}', draft.savedBy));
      }
    }
  } catch {
    // Saving will tell of a broken connection.
  }
}

function send(body, leaving) {
  // The server does not let a page write over what another has saved since.
  const by = known === null ? '' : `?${new URLSearchParams(known ? {page, known} : {page})}`;
  return fetch(`/api/tasks/${encodeURIComponent(task)}/draft${by}`, {
    method: 'PUT',
    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token()},
    credentials: 'same-origin',
    keepalive: leaving && !large,
    body
  });
}

async function save(leaving) {
  clearTimeout(timer);
  if (!form || !task || !touched || task === handedIn) {
    return;
  }
  const body = content();
  if (!body || body === saved) {
    return;
  }
  const before = saved;
  let told = words.notSaved;
  const of = task;
  saved = body;
  large = isLarge(body);
  try {
    const answer = await send(body, leaving);
    if (answer.status === 204) {
      // A form of which nothing is kept before it is handed in.
      offerSaving(false);
      return;
    }
    if (answer.status === 404 || answer.status === 409) {
      told = (await answer.json()).detail;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const {savedAt} = await answer.json();
    if (task === of) {
      known = savedAt;
      show(words.saved + time(new Date(savedAt)));
    }
  } catch {
    if (task === of) {
      saved = before;
    }
    if (!leaving) {
      show(told, true);
    }
  }
}

/** A form that has gone from the page is saved a last time; one that has come begins anew. */
function look() {
  if (container && !container.isConnected) {
    save(true);
    form = container = task = null;
    sign?.remove();
  }
  const element = document.querySelector('.task-card .fjs-container');
  if (element && element !== container) {
    const drawn = drawnForm(element);
    if (drawn && taskOfPage()) {
      form = drawn;
      container = element;
      task = taskOfPage();
      known = null;
      saved = content();
      touched = false;
      large = isLarge(saved);
      offerSaving(true);
      tell(task);
    }
  }
}

function later(event) {
  if (container?.contains(event.target)) {
    // What our own scripts write into a form while it opens is nobody's typing.
    touched ||= event.isTrusted && isMine();
    clearTimeout(timer);
    timer = setTimeout(() => save(false), large ? AFTER_TYPING_MUCH : AFTER_TYPING);
  }
}

/** Known before Tasklist hears of it, which then takes the form off the page; one that is refused is typed into again. */
const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  const sent = /\/task\/([^/]+)\/submit-form$/.exec(String(address))?.[1];
  if (sent) {
    handedIn = decodeURIComponent(sent);
    this.addEventListener('loadend', () => {
      if (this.status < 200 || this.status >= 300) {
        handedIn = null;
      }
    });
  }
  return open.call(this, method, address, ...rest);
};

const setItem = Storage.prototype.setItem;
const getItem = Storage.prototype.getItem;
Storage.prototype.setItem = function (key, value) {
  if (String(key).startsWith(PREFIX)) {
    save(false);
  } else {
    setItem.call(this, key, value);
  }
};
Storage.prototype.getItem = function (key) {
  return String(key).startsWith(PREFIX) ? null : getItem.call(this, key);
};
Object.keys(localStorage)
  .filter(key => key.startsWith(PREFIX))
  .forEach(key => localStorage.removeItem(key));

new MutationObserver(look).observe(document.documentElement, {childList: true, subtree: true});
document.addEventListener('input', later, true);
document.addEventListener('change', later, true);
document.addEventListener('click', later, true);
setInterval(() => save(false), EVERY);
document.addEventListener('visibilitychange', () => document.hidden && save(true));
window.addEventListener('pagehide', () => save(true));

/** Tasklist loads a script only as a plugin; this one draws nothing by itself. */
export default {
  id: 'nepsong.drafts',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
