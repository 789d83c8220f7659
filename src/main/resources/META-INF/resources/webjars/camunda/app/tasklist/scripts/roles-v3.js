// Managers give a task to somebody else of its group, and the administrator's own page is Camunda's; to everybody else
// Tasklist would offer what is refused. The page says who it is, and the style sheet does the rest.
const api = document.querySelector('base')?.getAttribute('app-root') || '/camunda';
const engine = location.pathname.match(/\/app\/tasklist\/([^/]+)/)?.[1] || 'default';
const get = (path) =>
  fetch(api + '/api/' + path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' }).then((answer) =>
    answer.ok ? answer.json() : Promise.reject(answer.status)
  );

const known = get('admin/auth/user/' + engine)
  .then((user) => get(`engine/engine/${engine}/identity/groups?userId=${encodeURIComponent(user.userId)}`))
  .then(({ groups }) => {
    const role = { managers: 'manager', 'camunda-admin': 'administrator' };
    const found = groups.map((group) => role[group.id]).find(Boolean);
    if (found) {
      document.documentElement.dataset.nepsong = found;
    }
    return found;
  })
  .catch(() => undefined);

/** Tasklist loads a script only as a plugin; this one draws nothing, and tells the others what is known. */
export default {
  known,
  id: 'nepsong.roles',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
