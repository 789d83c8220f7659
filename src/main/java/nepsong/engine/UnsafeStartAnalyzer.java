package nepsong.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells who started it the reasons, a line each, instead of a stack trace. */
final class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeStartException unsafe) {
        return new FailureAnalysis(
                "Profile prod refuses to start, because:" + UnsafeStartException.lines(unsafe.reasons()),
                "Put right what is named above; SECURITY.md tells what an operator must set.",
                unsafe);
    }
}
