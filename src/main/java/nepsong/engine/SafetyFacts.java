package nepsong.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the start finds, as far as safety depends on it.
 *
 * @param demonstration       whether the demonstration is switched on
 * @param users               accounts in the engine's identity tables
 * @param administrators      direct members of {@code camunda-admin}
 * @param demonstrationUsers  ids of accounts that are the demonstration's, or have its password as administrator
 * @param database            product name, as the driver tells it
 * @param baseUrl             what links in mails begin with
 * @param mail                properties of the mail client
 * @param exposed             endpoints of the actuator that answer over HTTP
 * @param scriptEngines       classes of the script engines on the classpath
 * @param auditKey            what is wrong with the key of the audit chain
 */
record SafetyFacts(
        boolean authorization,
        boolean demonstration,
        long users,
        long administrators,
        Collection<String> demonstrationUsers,
        String database,
        boolean databaseConsole,
        String baseUrl,
        Map<String, String> mail,
        Collection<String> exposed,
        Collection<String> scriptEngines,
        Optional<String> auditKey) {}
