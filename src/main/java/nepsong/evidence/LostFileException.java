package nepsong.evidence;

import java.util.NoSuchElementException;

/** A content is known by the database, and is not where this machine keeps files: its folder was lost, or is another's. */
public class LostFileException extends NoSuchElementException {

    /** What people are told. */
    public static final String SENTENCE =
            "Tệp này có trong hồ sơ nhưng không có ở nơi máy chủ cất tệp, nên chưa lấy được. Đây không phải lỗi của bạn: hãy báo cho quản trị hệ thống.";

    private static final long serialVersionUID = 1L;

    LostFileException(String sha256) {
        super("no file " + sha256);
    }
}
