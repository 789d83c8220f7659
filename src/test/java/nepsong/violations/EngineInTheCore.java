package nepsong.violations;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks two rules of the house on purpose: it proves that the architecture test can fail. */
public class EngineInTheCore {

    @Autowired
    RuntimeService engine;
}
