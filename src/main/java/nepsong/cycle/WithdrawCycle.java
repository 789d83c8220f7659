package nepsong.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.notification.CallOffAppointments;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.TypedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A leader of the department withdraws a cycle that runs: nothing of it stays open, nothing of it
 * takes place any more, and those concerned are told why.
 */
@Component
public class WithdrawCycle {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawCycle.class);
    private static final int MOST_TRIES = 20;
    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 20_000;

    private final Cycles cycles;
    private final Withdrawals withdrawals;
    private final CycleProcesses processes;
    private final People people;
    private final Outbox outbox;
    private final CallOffAppointments appointments;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    WithdrawCycle(
            Cycles cycles,
            Withdrawals withdrawals,
            CycleProcesses processes,
            People people,
            Outbox outbox,
            CallOffAppointments appointments,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.trail = trail;
        this.cycles = cycles;
        this.withdrawals = withdrawals;
        this.processes = processes;
        this.people = people;
        this.outbox = outbox;
        this.appointments = appointments;
    }

    /**
     * People go on handing forms in meanwhile, and the engine going on: they wait, and where it has gone on all the same the
     * withdrawal begins anew.
     *
     * @throws java.util.NoSuchElementException where there is no such cycle
     */
    public List<Refusal> withdraw(String code, String reason, String leader) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> withdrawNow(code, reason, leader)));
            } catch (ConcurrencyFailureException busy) {
                LOG.info("the withdrawal of {} begins anew: {}", code, busy.getMessage());
            }
        }
        return List.of(Refusal.of("", "Kỳ " + code + " đang có nhiều việc chạy cùng lúc; hãy bấm dừng kỳ lần nữa"));
    }

    private List<Refusal> withdrawNow(String code, String reason, String leader) {
        processes.hold(code);
        Cycle cycle = cycles.get(code);
        if (cycle.isOver()) {
            // A double click asks for the same a second time.
            return withdrawals.isOf(code, leader, reason) ? List.of() : isOver(code);
        }
        int length = TypedText.length(reason);
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            return List.of(Refusal.of("reason", "“Lý do” cần từ 20 đến 20.000 ký tự (hiện có " + length + ")"));
        }
        Map<String, Person> told = new LinkedHashMap<>();
        processes.concerned(code).forEach(person -> told.put(person.id(), person));
        responsible(code).forEach(person -> told.put(person.id(), person));
        if (!cycles.withdraw(code, leader, reason)) {
            return isOver(code);
        }
        trail.record(AuditEvent.of("cycle.withdrawn").by(leader).in(code).because(reason));
        processes.end(code);
        appointments.of(code, reason);
        outbox.postAll(told.values().stream()
                .map(person -> new Mail(
                        "cycle.withdrawn", code, person, "cycle.withdrawn", Map.of("cycle", code, "reason", reason)))
                .toList());
        return List.of();
    }

    private static List<Refusal> isOver(String code) {
        return List.of(Refusal.of("", "Kỳ " + code + " đã kết thúc hoặc đã dừng, không thể dừng lại lần nữa"));
    }

    /** The standing office, those who lead the inspection, and whoever coordinates in a unit of the cycle. */
    private List<Person> responsible(String code) {
        List<String> groups = new ArrayList<>(List.of(Groups.STANDING_OFFICE, Groups.HEAD_OF_TEAM, Groups.SECRETARIES));
        cycles.blocs(code).forEach(bloc -> bloc.units().forEach(unit -> groups.add(Groups.coordinatorAt(unit))));
        return people.inGroups(groups).values().stream().flatMap(List::stream).toList();
    }
}
