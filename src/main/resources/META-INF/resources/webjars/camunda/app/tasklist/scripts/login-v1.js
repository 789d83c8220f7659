// Tasklist shows a login form of its own after a logout or when the session is over. There is one login, and it is not
// that one: asking for the page anew leads there.
const leave = () => {
  if (location.hash.startsWith('#/login')) {
    observer.disconnect();
    location.replace(location.pathname);
  }
};
const observer = new MutationObserver(leave);
observer.observe(document.documentElement, { childList: true, subtree: true });
leave();

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.login',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
