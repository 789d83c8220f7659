package nepsong.notification;

public enum MailState {
    PENDING("Đang chờ gửi"),
    SENT("Đã gửi"),
    DEAD("Không gửi được");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
