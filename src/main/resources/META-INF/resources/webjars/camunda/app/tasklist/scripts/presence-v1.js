// Half an hour without a hand on it ends a session, and the inbox that refreshes itself is no hand. Whoever fills in a
// long form asks for nothing meanwhile: so a hand on the page is told to the application, now and then.
const NOW_AND_THEN = 5 * 60 * 1000;
const WHO_AM_I = '../../../api/admin/auth/user/' + (location.pathname.split('/')[4] || 'default');
let told = Date.now();

const tell = () => {
  if (Date.now() - told > NOW_AND_THEN) {
    told = Date.now();
    fetch(WHO_AM_I, { credentials: 'same-origin' }).catch(() => {});
  }
};
for (const hand of ['keydown', 'input', 'pointerdown']) {
  document.addEventListener(hand, tell, { capture: true, passive: true });
}

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.presence',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
