package nepsong.demonstration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells who started it which values there are, instead of a stack trace. */
final class UnknownStageAnalyzer extends AbstractFailureAnalyzer<UnknownStageException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownStageException unknown) {
        return new FailureAnalysis(
                String.valueOf(unknown.getMessage()),
                "Sửa giá trị của NEPSONG_DEMO_UNTIL, hoặc bỏ biến này để bắt đầu khi chưa có kỳ năm nay.",
                unknown);
    }
}
