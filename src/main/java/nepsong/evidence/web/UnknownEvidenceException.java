package nepsong.evidence.web;

/** There is no such task or piece for the person who asks; whether there is one for others is not said. */
class UnknownEvidenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
