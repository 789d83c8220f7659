package nepsong.demonstration;

/** The demonstration was told to play up to a stage that there is not. */
final class UnknownStageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownStageException(String value) {
        super("NEPSONG_DEMO_UNTIL=“%s” không hợp lệ; chỉ nhận một trong các giá trị: %s."
                .formatted(value, PlayUntil.allowed()));
    }
}
