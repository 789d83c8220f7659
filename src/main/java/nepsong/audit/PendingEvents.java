package nepsong.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has recorded, until it commits; what it records while it commits is written at once. */
final class PendingEvents implements TransactionSynchronization, TransactionExecutionListener {

    private final AuditTrail owner;
    private final Consumer<List<AuditEvent>> writing;
    private final List<AuditEvent> gathered = new ArrayList<>();
    private boolean committing;

    private PendingEvents(AuditTrail owner, Consumer<List<AuditEvent>> writing) {
        this.owner = owner;
        this.writing = writing;
    }

    /** Those of the transaction that runs. */
    static PendingEvents of(AuditTrail owner, Consumer<List<AuditEvent>> writing) {
        PendingEvents pending = (PendingEvents) TransactionSynchronizationManager.getResource(owner);
        if (pending == null) {
            pending = new PendingEvents(owner, writing);
            TransactionSynchronizationManager.bindResource(owner, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    void add(AuditEvent event) {
        if (committing) {
            writing.accept(List.of(event));
        } else {
            gathered.add(event);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(owner);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(owner, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    /** Where the first was recorded too late to be told that the commit comes. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!committing) {
            write();
        }
    }

    private void write() {
        committing = true;
        writing.accept(gathered);
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResource(owner);
    }
}
