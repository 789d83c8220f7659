// The evidence of a task: drag and drop, several at once, each with its progress; names, citations and other uses are
// changed in place. The server says what may be, and why not.
(function () {
    'use strict';

    const main = document.getElementById('content');
    const task = main.dataset.task;
    const base = '/api/tasks/' + encodeURIComponent(task) + '/evidence';
    const LARGEST = 20 * 1024 * 1024;
    const AT_ONCE = 2;
    const BROKEN = 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.';
    const topics = [...document.querySelectorAll('.topic')];
    const waiting = [];
    let busy = 0;
    let pieces = [];

    const header = name => document.querySelector('meta[name="' + name + '"]').content;

    const open = topic => topic.querySelector('.drop') !== null;

    function element(tag, className, text) {
        const made = document.createElement(tag);
        if (className) {
            made.className = className;
        }
        if (text !== undefined) {
            made.textContent = text;
        }
        return made;
    }

    function button(text, className, action) {
        const made = element('button', className, text);
        made.type = 'button';
        made.addEventListener('click', action);
        return made;
    }

    async function call(method, path, body) {
        const headers = { Accept: 'application/json' };
        if (method !== 'GET') {
            headers[header('csrf-header')] = header('csrf-token');
        }
        if (body) {
            headers['Content-Type'] = 'application/json';
        }
        let answer;
        try {
            answer = await fetch(base + path, { method, headers, credentials: 'same-origin', body: body && JSON.stringify(body) });
        } catch (offline) {
            throw new Error(BROKEN);
        }
        return reply(answer.status, await answer.text());
    }

    function reply(status, text) {
        let json = null;
        try {
            json = text ? JSON.parse(text) : null;
        } catch (notJson) {
            json = null;
        }
        if (status === 401 || status === 403) {
            throw new Error('Phiên đăng nhập đã hết. Hãy tải lại trang và đăng nhập lại.');
        }
        if (status < 200 || status >= 300) {
            throw new Error(json && json.detail ? json.detail : BROKEN);
        }
        return json;
    }

    async function load() {
        try {
            pieces = await call('GET', '');
            topics.forEach(draw);
            count();
        } finally {
            document.querySelector('.topics').dataset.drawn = 'yes';
        }
    }

    function draw(topic) {
        const list = topic.querySelector('.pieces');
        const rows = pieces.filter(piece => piece.criterion === topic.dataset.topic).map(piece => row(piece, topic));
        list.replaceChildren(...rows);
        if (rows.length === 0 && !topic.querySelector('.drop')) {
            list.append(element('li', 'empty', 'Chưa có tệp.'));
        }
    }

    function row(piece, topic) {
        const item = element('li', 'piece');
        item.dataset.id = piece.id;
        const about = element('div', 'about');
        const name = element('a', 'name', piece.fileName);
        name.href = base + '/' + piece.id;
        about.append(name);
        if (main.dataset.several === 'true' && piece.kindName !== topic.querySelector('h2 .text').textContent) {
            about.append(' ', element('span', 'badge kind', piece.kindName));
        }
        about.append(element('span', 'cited', cited(piece)), element('span', 'detail', details(piece)));
        if (piece.original) {
            const original = element('a', 'detail', 'Tải ảnh gốc (có vị trí, thời điểm chụp)');
            original.href = base + '/' + piece.id + '?original=true';
            about.append(original);
        }
        if (piece.timeWarning) {
            about.append(element('span', 'problem-line', piece.timeWarning === 'OUTSIDE'
                ? 'Giờ chụp trong ảnh lệch quá 24 giờ so với lịch kiểm tra. Hãy xem lại ảnh này.'
                : 'Không đọc được giờ chụp trong ảnh. Hãy ghi giờ chụp ở phần trích yếu.'));
        }
        item.append(thumb(piece), about);
        if (piece.mine || piece.usable) {
            item.append(actions(piece, item));
        }
        return item;
    }

    function thumb(piece) {
        if (!piece.hasPreview) {
            return element('span', 'thumb', piece.type);
        }
        const shown = button('', 'thumb', () => look(piece));
        shown.setAttribute('aria-label', 'Xem trước ' + piece.fileName);
        const image = element('img');
        image.loading = 'lazy';
        image.alt = '';
        image.src = base + '/' + piece.id + '/preview';
        image.addEventListener('error', () => image.replaceWith(piece.type));
        shown.append(image);
        return shown;
    }

    function cited(piece) {
        const parts = [];
        if (piece.number) {
            parts.push('Số ' + piece.number);
        }
        if (piece.issuedOn) {
            parts.push('ngày ' + piece.issuedOn.split('-').reverse().join('/'));
        }
        if (piece.summary) {
            parts.push(piece.summary);
        }
        if (piece.page) {
            parts.push('tại ' + piece.page);
        }
        return parts.join(', ');
    }

    function details(piece) {
        const parts = [size(piece.size), piece.addedByName, time(piece.addedAt)];
        if (piece.takenAt) {
            parts.push('chụp lúc ' + time(piece.takenAt));
        }
        if (piece.latitude !== undefined) {
            parts.push('tại ' + piece.latitude + ', ' + piece.longitude);
        }
        return parts.join(' · ');
    }

    const size = bytes => bytes < 1024 * 1024
        ? Math.max(1, Math.round(bytes / 1024)) + ' KB'
        : (bytes / 1024 / 1024).toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }) + ' MB';
    const time = text => new Date(text).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });

    function actions(piece, item) {
        const bar = element('div', 'actions');
        if (piece.mine) {
            bar.append(button('Sửa thông tin', 'quiet', () => edit(piece)));
        }
        if (topics.filter(open).length > 1) {
            bar.append(button('Dùng cho mục khác', 'quiet', () => reuse(piece)));
        }
        if (!piece.mine) {
            return bar;
        }
        const remove = button('Xóa', 'quiet', async () => {
            if (!remove.classList.contains('danger')) {
                remove.className = 'danger';
                remove.textContent = 'Bấm lần nữa để xóa';
                window.setTimeout(() => {
                    remove.className = 'quiet';
                    remove.textContent = 'Xóa';
                }, 4000);
                return;
            }
            try {
                await call('DELETE', '/' + piece.id);
                await load();
            } catch (refused) {
                complain(item.closest('.topic'), piece.fileName, refused.message);
            }
        });
        bar.append(remove);
        return bar;
    }

    function look(piece) {
        const dialog = document.getElementById('look');
        dialog.querySelector('img').src = base + '/' + piece.id + '/preview';
        dialog.querySelector('a').href = base + '/' + piece.id;
        dialog.showModal();
    }

    /** Shows a dialogue, and again with the reason when what was said is refused. */
    function ask(dialog, save) {
        const form = dialog.querySelector('form');
        const problem = dialog.querySelector('.problem-line');
        problem.textContent = '';
        form.onsubmit = async event => {
            event.preventDefault();
            try {
                await save(form);
                dialog.close();
                await load();
            } catch (refused) {
                problem.textContent = refused.message;
            }
        };
        dialog.querySelector('.cancel').onclick = () => dialog.close();
        dialog.showModal();
    }

    const FIELDS = ['fileName', 'number', 'issuedOn', 'summary', 'page'];

    function edit(piece) {
        const dialog = document.getElementById('edit');
        FIELDS.forEach(field => {
            dialog.querySelector('[name=' + field + ']').value = piece[field] || '';
        });
        ask(dialog, form => call('PATCH', '/' + piece.id,
            Object.fromEntries(FIELDS.map(field => [field, form.elements[field].value || null]))));
    }

    function reuse(piece) {
        const dialog = document.getElementById('reuse');
        const there = pieces.filter(other => other.sha256 === piece.sha256).map(other => other.criterion);
        dialog.querySelector('.choices').replaceChildren(...topics
            .filter(topic => open(topic) && !there.includes(topic.dataset.topic))
            .map(topic => {
                const label = element('label');
                const box = element('input');
                box.type = 'checkbox';
                box.value = topic.dataset.topic;
                label.append(box, element('span', '', topic.querySelector('h2').textContent.trim()));
                return label;
            }));
        ask(dialog, form => call('POST', '/' + piece.id + '/uses',
            { criteria: [...form.querySelectorAll('input:checked')].map(box => box.value) }));
    }

    function complain(topic, name, reason) {
        const line = element('li', 'bad');
        line.append(element('span', '', name + ': ' + reason), button('Đã hiểu', 'quiet', () => line.remove()));
        topic.querySelector('.uploads').append(line);
    }

    function take(topic, files) {
        for (const file of files) {
            if (file.size > LARGEST) {
                complain(topic, file.name, 'Tệp lớn hơn 20 MB. Hãy nén, tách tệp hoặc quét với độ phân giải thấp hơn.');
                continue;
            }
            const line = element('li', '', file.name + ' – đang chờ');
            topic.querySelector('.uploads').append(line);
            waiting.push({ topic, file, line });
        }
        next();
    }

    function next() {
        while (busy < AT_ONCE && waiting.length > 0) {
            busy++;
            send(waiting.shift()).finally(() => {
                busy--;
                next();
            });
        }
    }

    async function send(upload) {
        const bar = element('progress');
        bar.max = 1;
        bar.value = 0;
        upload.line.replaceChildren(upload.file.name + ' – đang tải lên', bar);
        try {
            await post(upload, done => {
                bar.value = done;
                if (done === 1) {
                    upload.line.firstChild.data = upload.file.name + ' – đang kiểm tra';
                    bar.removeAttribute('value');
                }
            });
            upload.line.remove();
            await load();
        } catch (refused) {
            upload.line.remove();
            complain(upload.topic, upload.file.name, refused.message);
        }
    }

    function post(upload, progress) {
        const body = new FormData();
        body.append('criterion', upload.topic.dataset.topic);
        body.append('file', upload.file);
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.open('POST', base);
            request.setRequestHeader('Accept', 'application/json');
            request.setRequestHeader(header('csrf-header'), header('csrf-token'));
            request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
            request.onerror = () => reject(new Error(BROKEN));
            request.onload = () => {
                try {
                    resolve(reply(request.status, request.responseText));
                } catch (refused) {
                    reject(refused);
                }
            };
            request.send(body);
        });
    }

    function count() {
        const covered = new Set(pieces.map(piece => piece.criterion));
        document.getElementById('total').textContent = pieces.length;
        document.getElementById('covered').textContent = covered.size;
        const missing = topics.filter(topic => topic.dataset.required === 'true' && !covered.has(topic.dataset.topic));
        const lacking = document.getElementById('lacking');
        lacking.hidden = missing.length === 0;
        lacking.textContent = 'Còn thiếu tệp bắt buộc: ' + missing.map(topic => topic.id).join(', ');
        topics.forEach(topic => topic.classList.toggle('covered', covered.has(topic.dataset.topic)));
        filter();
    }

    function filter() {
        const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();
        const words = plain(document.getElementById('search').value.trim());
        const emptyOnly = document.getElementById('empty-only').checked;
        topics.forEach(topic => {
            topic.hidden = !plain(topic.querySelector('h2').textContent).includes(words)
                || emptyOnly && topic.classList.contains('covered');
        });
        document.getElementById('nothing').hidden = topics.some(topic => !topic.hidden);
    }

    topics.forEach(topic => {
        const drop = topic.querySelector('.drop');
        if (!drop) {
            return;
        }
        const input = drop.querySelector('input');
        drop.querySelector('.pick').addEventListener('click', () => input.click());
        const chosen = () => {
            take(topic, [...input.files]);
            input.value = '';
        };
        input.addEventListener('change', chosen);
        // Chosen before this script was there.
        if (input.files.length > 0) {
            chosen();
        }
        ['dragenter', 'dragover'].forEach(name => topic.addEventListener(name, event => {
            event.preventDefault();
            drop.classList.add('over');
        }));
        topic.addEventListener('dragleave', event => {
            if (!topic.contains(event.relatedTarget)) {
                drop.classList.remove('over');
            }
        });
        topic.addEventListener('drop', event => {
            event.preventDefault();
            drop.classList.remove('over');
            take(topic, [...event.dataTransfer.files]);
        });
    });
    // A file that misses its place must not take the page's.
    ['dragover', 'drop'].forEach(name => document.addEventListener(name, event => event.preventDefault()));
    document.getElementById('search').addEventListener('input', filter);
    document.getElementById('empty-only').addEventListener('change', filter);
    window.addEventListener('beforeunload', event => {
        if (busy > 0) {
            event.preventDefault();
        }
    });
    load().catch(refused => {
        const words = element('p', 'notice bad', refused.message);
        words.setAttribute('role', 'alert');
        main.insertBefore(words, main.firstChild);
    });
})();
