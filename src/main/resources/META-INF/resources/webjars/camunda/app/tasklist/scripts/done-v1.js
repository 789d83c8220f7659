/*
 * What a person has completed is no longer in Tasklist: the page that tells it is one click away. Browsers keep these
 * files for long: after a change, rename the file here and in config.js.
 */
import roles from './roles-v3.js';
import words from './words-v1.js';

export default {
  id: 'nepsong.done',
  pluginPoint: 'tasklist.navbar.action',
  priority: -400,
  render: container => {
    const link = document.createElement('a');
    link.href = '/done';
    link.innerHTML = '<span class="glyphicon glyphicon-ok"></span> ';
    link.append(words.done);
    // Keeps its place until it is known whose it is: the administrator completes nothing.
    link.style.visibility = 'hidden';
    container.append(link);
    roles.known.then(role => {
      link.style.visibility = '';
      link.style.display = role === 'administrator' ? 'none' : '';
    });
  },
  unmount: () => {}
};
