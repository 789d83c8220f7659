package nepsong.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.NepsongApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The application as it is started for people, on a database of the benchmark's choice, with its statements counted. */
final class Application implements AutoCloseable {

    /** Test classes lie in the application's packages, but are none of it. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    private final ConfigurableApplicationContext context;

    private Application(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings beside those of the file; jobs run by themselves only where these say so */
    static Application start(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", 0);
        all.put("camunda.bpm.job-execution.enabled", false);
        all.put("camunda.bpm.generate-unique-process-engine-name", true);
        all.put("camunda.bpm.generate-unique-process-application-name", true);
        all.put("spring.main.banner-mode", "off");
        all.put("logging.level.root", "WARN");
        all.put("logging.level.org.camunda", "ERROR");
        all.putAll(settings);
        return new Application(new SpringApplicationBuilder(NepsongApplication.class, Desk.class, MovableClock.class)
                .properties(all)
                .initializers(context -> {
                    GenericApplicationContext generic = (GenericApplicationContext) context;
                    generic.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
                    generic.registerBean(Counting.class);
                })
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Object bean(String name) {
        return context.getBean(name);
    }

    CountingDataSource database() {
        return (CountingDataSource) context.getBean(javax.sql.DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
