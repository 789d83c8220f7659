/*
 * Tasklist switches the button of a claim off until the task has changed hands, which after a refusal it never does: the
 * button is given back. Browsers keep these files for long: after a change, rename the file here and in config.js.
 */
const CLAIM = /\/task\/[^/]+\/(un)?claim$/;
const send = XMLHttpRequest.prototype.open;

function giveBack() {
  document.querySelectorAll('.meta.actors :is(.claim, .unclaim):disabled').forEach(button => (button.disabled = false));
}

XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  if (CLAIM.test(String(address))) {
    // Tasklist hears of it first, and draws what it says.
    this.addEventListener('loadend', () => (this.status < 200 || this.status >= 300) && setTimeout(giveBack));
  }
  return send.call(this, method, address, ...rest);
};

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.claims',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
