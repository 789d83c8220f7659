package nepsong.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.springframework.boot.test.context.TestComponent;

/** Process tests make hundreds of people, none of whom logs in: their passwords are turned as often as the demonstration's. */
@TestComponent
public class QuickPasswords extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordManager(
                new PasswordManager(new SlowPasswordHash(SlowPasswordHash.ROUNDS_OF_THE_DEMONSTRATION), List.of()));
    }
}
