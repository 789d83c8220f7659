/*
 * A tab beside the form: a page of ours about where the process of the task stands. Browsers keep these files for long: after a change,
 * rename the file here and in config.js.
 */
import words from './words-v1.js';

export default {
  id: 'nepsong.standing',
  pluginPoint: 'tasklist.task.detail',
  // After the form (1000) and its evidence (950).
  priority: 930,
  properties: {
    label: words.standing
  },
  render: (container, {taskId}) => {
    const page = document.createElement('iframe');
    page.className = 'nepsong-page';
    page.title = words.standing;
    page.src = `/tasks/${encodeURIComponent(taskId)}/standing`;
    container.append(page);
  },
  unmount: () => {}
};
