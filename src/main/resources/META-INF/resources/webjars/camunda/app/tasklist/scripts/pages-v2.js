import words from './words-v1.js';

// People work in Tasklist; the pages that explain and that are not tasks are one click away from it.
export default {
  id: 'nepsong.pages',
  pluginPoint: 'tasklist.navbar.action',
  priority: -500,
  render: container => {
    const link = document.createElement('a');
    link.href = '/guide';
    link.innerHTML = '<span class="glyphicon glyphicon-question-sign"></span> ';
    link.append(words.guide);
    container.append(link);
  },
  unmount: () => {}
};
