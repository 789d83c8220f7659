/*
 * Dates and groups are the process's to set, and only managers give a task to somebody else. Browsers keep these files
 * for long: after a change, rename the file here and in config.js.
 */
import {lock} from '/js/locked.js';

lock(
  [
    '.meta.dates .due-date',
    '.meta.actors .groups a',
    "html:not([data-nepsong='manager']) .meta.actors .assignee [cam-widget-inline-field]"
  ].join(', ')
);

/** Tasklist loads a script only as a plugin; this one draws nothing. */
export default {
  id: 'nepsong.locked',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {},
  unmount: () => {}
};
