package nepsong.organisation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks the synchronizations that listen to transactions once more, last of all before the commit. Whoever joins while the
 * others are told that it comes is not told any more; what these have gathered would be lost without a word.
 */
@Component
public class LastCall implements TransactionExecutionListener {

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(TransactionExecutionListener.class::isInstance)
                    .forEach(one -> ((TransactionExecutionListener) one).beforeCommit(transaction));
        }
    }
}
