package nepsong.evidence;

/** Inside the checks: the file is refused, with the sentence for the person. Never leaves {@link CheckUpload}. */
final class Unacceptable extends Exception {

    private static final long serialVersionUID = 1L;

    Unacceptable(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
