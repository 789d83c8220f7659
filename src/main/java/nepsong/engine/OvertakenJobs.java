package nepsong.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A job that another transaction was quicker than has not failed: it is done again in a moment. Two nodes may take on two
 * jobs of one join in the same instant, and with the cycle for failures everybody would wait for that join five minutes.
 */
class OvertakenJobs extends DefaultFailedJobCommandFactory {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @Override
    public Command<Object> getCommand(String job, Throwable exception) {
        return exception instanceof OptimisticLockingException
                ? new Again(job, exception)
                : super.getCommand(job, exception);
    }

    private static final class Again extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        Again(String job, Throwable exception) {
            super(job, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                Date soon = Date.from(ClockUtil.getCurrentTime().toInstant().plus(A_MOMENT));
                // Whoever was quicker may have given more time: a window that was moved stays open.
                if (job.getDuedate() == null || job.getDuedate().before(soon)) {
                    job.setDuedate(soon);
                }
                notifyAcquisition(context);
            }
            return job;
        }
    }
}
