package nepsong.notification;

/** How a person wants to be told of something. */
public enum MailWay {
    AT_ONCE("Gửi ngay từng thư"),
    DAILY("Gộp vào thư tổng hợp buổi sáng"),
    NEVER("Không gửi");

    private final String label;

    MailWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
