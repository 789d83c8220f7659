/*
 * A tab beside the form: the page of the task's evidence, and links in the form that lead to one row of it, to the
 * unit's file, to where its visit is moved, to the deadlines or to the published results. Browsers keep these files for
 * long: after a change, rename the file here and in config.js.
 */

import words from './words-v1.js';

const PAGES = ['*="/evidence/"', '*="/units/"', '*="/visits/"', '*="/published/"', '$="/extensions"'];
const LINKS = PAGES.map(page => `.fjs-container a[href${page}]`).join(', ');

/** A link in a form would take the form's place, and what was typed with it. */
document.addEventListener(
  'click',
  event => {
    const link = event.target.closest?.(LINKS);
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      window.open(link.href, '_blank');
    }
  },
  true
);

export default {
  id: 'nepsong.evidence',
  pluginPoint: 'tasklist.task.detail',
  // After the form (1000), before history.
  priority: 950,
  properties: {
    label: words.evidence
  },
  render: (container, {taskId}) => {
    const page = document.createElement('iframe');
    page.className = 'nepsong-evidence';
    page.title = words.evidence;
    page.src = `/evidence/${encodeURIComponent(taskId)}?embedded=true`;
    container.append(page);
  },
  unmount: () => {}
};
