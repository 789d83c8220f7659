package nepsong.engine;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the start finds, as far as safety depends on it.
 *
 * @param demonstration       whether the demonstration is switched on
 * @param users               accounts in the engine's identity tables
 * @param administrators      direct members of {@code camunda-admin}
 * @param mixedAdministrators ids of administrators who have another role as well
 * @param demonstrationUsers  ids of accounts that are the demonstration's, by their address or by name and password
 * @param database            product name, as the driver tells it
 * @param baseUrl             what links in mails begin with
 * @param mailProtocol        {@code smtp} or {@code smtps}, whose settings have names of their own
 * @param mail                properties of the mail client
 * @param exposed             endpoints of the actuator that answer over HTTP
 * @param healthDetails       to whom health tells of the machine's parts
 * @param scriptEngines       classes of the script engines on the classpath
 * @param zone                of the machine, as this process sees it
 * @param auditKey            what is wrong with the key of the audit chain
 */
record SafetyFacts(
        boolean authorization,
        boolean demonstration,
        long users,
        long administrators,
        Collection<String> mixedAdministrators,
        Collection<String> demonstrationUsers,
        String database,
        boolean databaseConsole,
        String baseUrl,
        String mailProtocol,
        Map<String, String> mail,
        Collection<String> exposed,
        String healthDetails,
        Collection<String> scriptEngines,
        ZoneId zone,
        Optional<String> auditKey) {}
