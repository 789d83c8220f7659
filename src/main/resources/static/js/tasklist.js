/*
 * What our additions to Tasklist say. The address tells in which language the literals come; scripts/words-v1.js of
 * Tasklist asks for that of the viewer.
 */
export default {
  locale: 'vi-VN',
  guide: 'Hướng dẫn',
  done: 'Đã làm',
  evidence: 'Minh chứng',
  file: 'Hồ sơ',
  basis: 'Căn cứ: hai Quy tắc ứng xử của Thành phố (Quyết định 522/QĐ-UBND, 1665/QĐ-UBND) và văn bản đã ký.',
  papers: 'Văn bản của các kỳ',
  standing: 'Tiến độ',
  cycle: 'Kỳ ',
  late: '▲ Quá hạn · ',
  saved: 'Đã lưu lúc ',
  draftOf: 'Bản nháp lưu lúc {at} bởi {by}',
  notSaved: 'Chưa lưu được bản nháp: hãy kiểm tra mạng, đừng đóng trang',
  claimTask: 'nhận việc đang chọn',
  focusFilter: 'chuyển đến hộp việc đầu tiên',
  focusList: 'chuyển đến việc đầu tiên trong danh sách',
  focusForm: 'chuyển đến ô nhập đầu tiên của biểu mẫu',
  startProcess: 'mở hộp thoại khởi tạo quy trình'
};
