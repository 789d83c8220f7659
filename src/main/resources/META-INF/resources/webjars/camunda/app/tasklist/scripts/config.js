/* What is the same for all four applications: see static/js/camunda.js */
import shared from '/js/camunda.js';

export default {
  ...shared,
  customScripts: [
    'scripts/forms-v3/plugin',
    'scripts/login-v1',
    'scripts/roles-v1',
    'scripts/presence-v1',
    'scripts/pages-v1',
    'scripts/substitute-v2',
    'scripts/evidence-v2',
    'scripts/drafts-v2',
    'scripts/file-v1',
    'scripts/standing-v1',
    'scripts/cards-v1',
    'scripts/counts-v1',
    'scripts/next-v1'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'nhận nhiệm vụ đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'chuyển đến bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'chuyển đến nhiệm vụ đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'chuyển đến ô nhập đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'mở hộp thoại khởi tạo quy trình'
    }
  }
};
