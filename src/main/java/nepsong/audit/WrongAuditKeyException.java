package nepsong.audit;

/** The settings hold another key than the one that the chain was begun with. */
class WrongAuditKeyException extends RuntimeException {

    WrongAuditKeyException() {
        super("nepsong.audit.key is not the key that the audit chain was begun with");
    }
}
