/*
 * Dates and groups are the process's to set, and a task is given to somebody else on the managers' own page: Tasklist
 * would ask for the list of all people. Browsers keep these files for long: after a change, rename the file here and in
 * config.js.
 */
import {lock} from '/js/locked.js';

lock(
  [
    '.meta.dates .due-date',
    '.meta.actors .groups a',
    '.meta.actors .assignee [cam-widget-inline-field]'
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
