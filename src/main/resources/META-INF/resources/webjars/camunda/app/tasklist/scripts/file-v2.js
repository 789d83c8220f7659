/*
 * A tab beside the form: a page of ours about the unit that the task is about. Browsers keep these files for long: after a change,
 * rename the file here and in config.js.
 */
import words from './words-v1.js';

export default {
  id: 'nepsong.file',
  pluginPoint: 'tasklist.task.detail',
  // After the form (1000) and its evidence (950).
  priority: 940,
  properties: {
    label: words.file
  },
  render: (container, {taskId}) => {
    const page = document.createElement('iframe');
    page.className = 'nepsong-page';
    page.title = words.file;
    page.src = `/tasks/${encodeURIComponent(taskId)}/file`;
    container.append(page);
  },
  unmount: () => {}
};
