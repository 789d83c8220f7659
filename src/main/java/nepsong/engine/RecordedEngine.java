package nepsong.engine;

import nepsong.audit.AuditTrail;
import nepsong.organisation.ErasedPeople;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where the engine is told to write to the audit trail. */
@Configuration(proxyBeanMethods = false)
class RecordedEngine {

    @Bean
    @Order(1)
    AbstractProcessEnginePlugin recordedIdentities(AuditTrail trail, ErasedPeople erased) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityService(new RecordedIdentities(trail, erased));
            }
        };
    }
}
