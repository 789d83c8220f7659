/* What is the same for all four applications: see static/js/camunda.js */
import shared from '/js/camunda.js';
import words from './words-v1.js';

export default {
  ...shared,
  customScripts: [
    'scripts/forms-v6/plugin',
    'scripts/login-v1',
    'scripts/roles-v3',
    'scripts/locked-v2',
    'scripts/presence-v1',
    'scripts/done-v1',
    'scripts/pages-v2',
    'scripts/substitute-v2',
    'scripts/evidence-v5',
    'scripts/drafts-v5',
    'scripts/file-v2',
    'scripts/standing-v2',
    'scripts/cards-v2',
    'scripts/counts-v1',
    'scripts/basis-v1',
    'scripts/next-v1',
    'scripts/narrow-v1',
    'scripts/claims-v1'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: words.claimTask
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: words.focusFilter
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: words.focusList
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: words.focusForm
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: words.startProcess
    }
  }
};
