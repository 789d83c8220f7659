/* form-js has no translations: its fixed English texts are replaced where they are drawn. */

const number = text => text.replace('.', ',');

const MESSAGES = [
  [/^Field is required\.$/, () => 'Trường này bắt buộc phải nhập.'],
  [/^Value is not a number\.$/, () => 'Giá trị phải là số.'],
  [/^Value is expected to be an integer\.$/, () => 'Giá trị phải là số nguyên.'],
  [
    /^Value is expected to have at most (\d+) decimal digits?\.$/,
    digits => `Giá trị chỉ được có tối đa ${digits} chữ số thập phân.`
  ],
  [
    /^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/,
    (lower, upper) => `Giá trị không hợp lệ; hai giá trị hợp lệ gần nhất là ${number(lower)} và ${number(upper)}.`
  ],
  [/^Field must match pattern [^]*\.$/, () => 'Giá trị không đúng định dạng quy định.'],
  [/^Field must have minimum value of (.+)\.$/, min => `Giá trị không được nhỏ hơn ${number(min)}.`],
  [/^Field must have maximum value of (.+)\.$/, max => `Giá trị không được lớn hơn ${number(max)}.`],
  [/^Field must have minimum length of (.+)\.$/, length => `Phải nhập ít nhất ${length} ký tự.`],
  [/^Field must have maximum length of (.+)\.$/, length => `Chỉ được nhập tối đa ${length} ký tự.`],
  [
    /^Field must be a valid {1,2}international phone number\..*$/,
    () => 'Số điện thoại phải theo dạng quốc tế, ví dụ +84912345678.'
  ],
  [/^Field must be a valid email\.$/, () => 'Địa chỉ thư điện tử không hợp lệ.'],
  [/^Add new$/, () => 'Thêm dòng'],
  [/^Expand all \((\d+)\)$/, count => `Mở tất cả (${count})`],
  [/^Collapse$/, () => 'Thu gọn'],
  [/^No results$/, () => 'Không có kết quả'],
  [/^All values selected$/, () => 'Đã chọn tất cả'],
  [/^Nothing to show\.$/, () => 'Chưa có dữ liệu.'],
  [/^No content to show\.$/, () => 'Chưa có nội dung.'],
  [/^No options source defined in the form definition$/, () => 'Biểu mẫu chưa khai báo danh sách lựa chọn.'],
  [/^Search$/, () => 'Tìm kiếm'],
  [/^Select$/, () => 'Chọn'],
  [/^Skip to search$/, () => 'Chuyển đến ô tìm kiếm'],
  [/^Remove tag$/, () => 'Bỏ lựa chọn này'],
  [/^Remove list item (\d+)$/, index => `Xóa dòng ${index}`],
  [/^Increment$/, () => 'Tăng'],
  [/^Decrement$/, () => 'Giảm'],
  [/^Previous page$/, () => 'Trang trước'],
  [/^Next page$/, () => 'Trang sau'],
  [/^Click to remove sorting$/, () => 'Bấm để bỏ sắp xếp'],
  [/^Click to sort by (.+) descending$/, column => `Bấm để sắp xếp ${column} giảm dần`],
  [/^Click to sort by (.+) ascending$/, column => `Bấm để sắp xếp ${column} tăng dần`],
  [/^This is an image placeholder$/, () => 'Chỗ dành cho hình ảnh'],
  [/^iFrame$/, () => 'Nội dung nhúng']
];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = {Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7'};
const CALENDAR = {Year: 'Năm', Month: 'Tháng', Hour: 'Giờ', Minute: 'Phút', Second: 'Giây'};

/** Only what form-js itself draws: never a label, a text or a value of ours. */
const DRAWN_BY_FORM_JS = [
  '.fjs-form-field-error',
  '.fjs-repeat-render-footer',
  '.fjs-dropdownlist',
  '.fjs-select-display',
  '.fjs-select-placeholder',
  '.fjs-skip-link',
  '.fjs-table-empty',
  '.fjs-table-middle-container',
  '.fjs-iframe-placeholder-text'
].join(', ');
const ATTRIBUTES = ['aria-label', 'placeholder', 'title', 'alt'];

export function translated(text) {
  for (const [pattern, translation] of MESSAGES) {
    const match = pattern.exec(text);
    if (match) {
      return translation(...match.slice(1));
    }
  }
  return null;
}

function translatedDate(text) {
  const month = MONTHS.indexOf(text);
  return month >= 0 ? `Tháng ${month + 1}` : (WEEKDAYS[text] ?? CALENDAR[text] ?? null);
}

/** In place: the drawing library keeps the node and would draw a second one beside a replaced text. */
function translateTexts(element, translate) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const translation = text && translate(text);
    if (translation && translation !== text) {
      node.data = node.data.replace(text, translation);
    }
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const text = element.getAttribute(name);
    const translation = text && (translated(text) ?? translatedDate(text));
    if (translation) {
      element.setAttribute(name, translation);
    }
  }
}

function each(root, selector, action) {
  const around = root.closest(selector);
  if (around) {
    action(around);
  }
  root.querySelectorAll(selector).forEach(action);
}

export function translateMessages(root) {
  if (!root.closest('.fjs-container') && !root.querySelector('.fjs-container')) {
    return;
  }
  each(root, DRAWN_BY_FORM_JS, element => translateTexts(element, translated));
  each(root, '.flatpickr-calendar', element => translateTexts(element, translatedDate));
  const named = ATTRIBUTES.map(name => `.fjs-container [${name}]`).join(', ');
  if (root.matches(named)) {
    translateAttributes(root);
  }
  root.querySelectorAll(named).forEach(translateAttributes);
}
