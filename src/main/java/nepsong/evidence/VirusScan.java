package nepsong.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows a file to clamd (its command INSTREAM), where one is named. While it does not answer, nothing is let in. */
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final EvidenceSettings settings;

    VirusScan(EvidenceSettings settings) {
        this.settings = settings;
    }

    void check(Path file) throws Unacceptable {
        if (settings.clamdHost().isBlank()) {
            return;
        }
        String answer;
        try {
            answer = ask(file);
        } catch (IOException silent) {
            LOG.warn("clamd at {}:{} does not answer", settings.clamdHost(), settings.clamdPort(), silent);
            throw new Unacceptable(
                    "Chưa kiểm tra được vi-rút nên tệp chưa được nhận. Hãy thử lại sau ít phút; nếu vẫn vậy, báo quản trị hệ thống");
        }
        if (!answer.equals("stream: OK")) {
            LOG.warn("clamd refused an upload: {}", answer);
            throw new Unacceptable(
                    "Phần mềm diệt vi-rút không chấp nhận tệp này. Hãy quét vi-rút trên máy, lấy lại tệp gốc rồi tải lên lại");
        }
    }

    private String ask(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(settings.clamdHost(), settings.clamdPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
