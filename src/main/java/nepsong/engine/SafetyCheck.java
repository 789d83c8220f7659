package nepsong.engine;

import java.sql.DatabaseMetaData;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.sql.DataSource;
import nepsong.audit.ChainKey;
import nepsong.notification.MailSettings;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/** In profile {@code prod} an unsafe application does not start; elsewhere it says what would keep it from that. */
@Component
class SafetyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SafetyCheck.class);
    private static final Profiles PRODUCTION = Profiles.of("prod");
    private static final String DEMONSTRATION_ADDRESS = "%@nepsong.example";

    private final Environment environment;
    private final DataSource database;
    private final ProcessEngine engine;
    private final MailSettings mail;
    private final DemonstrationSettings demonstration;
    private final AuthenticationProvider passwords;
    private final ChainKey auditKey;

    SafetyCheck(
            Environment environment,
            DataSource database,
            ProcessEngine engine,
            MailSettings mail,
            DemonstrationSettings demonstration,
            EngineLogin passwords,
            ChainKey auditKey) {
        this.auditKey = auditKey;
        this.environment = environment;
        this.database = database;
        this.engine = engine;
        this.mail = mail;
        this.demonstration = demonstration;
        this.passwords = passwords;
    }

    /** @throws UnsafeStartException in production, with every reason */
    void refuseWhatIsUnsafe() {
        List<String> reasons = isProduction() ? SafetyPolicy.reasons(facts()) : List.of();
        if (!reasons.isEmpty()) {
            throw new UnsafeStartException(reasons);
        }
    }

    /** Outside production: the same reasons, as a warning. */
    void warnOfWhatIsUnsafe() {
        List<String> reasons = isProduction() ? List.of() : SafetyPolicy.reasons(facts());
        if (!reasons.isEmpty()) {
            LOG.warn("Not for production; profile prod would refuse to start:{}", UnsafeStartException.lines(reasons));
        }
    }

    SafetyFacts facts() {
        IdentityService identities = engine.getIdentityService();
        List<String> administrators = identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).list().stream()
                .map(User::getId)
                .toList();
        Set<String> demonstrations = new TreeSet<>();
        identities.createUserQuery().userEmailLike(DEMONSTRATION_ADDRESS).list().stream()
                .map(User::getId)
                .forEach(demonstrations::add);
        // Whoever gave such an account another address has left it its password.
        Stream.concat(administrators.stream(), known(identities))
                .filter(id -> !demonstrations.contains(id))
                .filter(this::hasPublishedPassword)
                .forEach(demonstrations::add);
        Binder settings = Binder.get(environment);
        return new SafetyFacts(
                engine.getProcessEngineConfiguration().isAuthorizationEnabled(),
                demonstration.demo(),
                identities.createUserQuery().count(),
                administrators.size(),
                administrators.stream()
                        .filter(id ->
                                identities.createGroupQuery().groupMember(id).count() > 1)
                        .toList(),
                demonstrations,
                product(),
                environment.getProperty("spring.h2.console.enabled", Boolean.class, false),
                mail.baseUrl(),
                environment.getProperty("spring.mail.protocol", "smtp"),
                settings.bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of()),
                settings.bind("management.endpoints.web.exposure.include", Bindable.setOf(String.class))
                        .orElse(Set.of()),
                environment.getProperty("management.endpoint.health.show-details", "never"),
                scriptEngines(),
                ZoneId.systemDefault(),
                auditKey.weakness());
    }

    private static Stream<String> known(IdentityService identities) {
        Stream<Demonstration.Login> units = Demonstration.units().entrySet().stream()
                .flatMap(unit -> Demonstration.of(unit.getKey(), unit.getValue()).stream());
        String[] ids = Stream.concat(Demonstration.central().stream(), units)
                .map(login -> login.person().id())
                .toArray(String[]::new);
        return identities.createUserQuery().userIdIn(ids).list().stream().map(User::getId);
    }

    private boolean hasPublishedPassword(String administrator) {
        try {
            passwords.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(administrator, Demonstration.PASSWORD));
            return true;
        } catch (BadCredentialsException another) {
            return false;
        }
    }

    private String product() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static List<String> scriptEngines() {
        List<String> engines = new ArrayList<>();
        ServiceLoader.load(ScriptEngineFactory.class)
                .forEach(factory -> engines.add(factory.getClass().getName()));
        return engines;
    }

    private boolean isProduction() {
        return environment.acceptsProfiles(PRODUCTION);
    }
}
