package nepsong.crossinspection.process;

import java.util.List;
import nepsong.crossinspection.BlocOfCycle;
import nepsong.crossinspection.DoubleInspection;
import nepsong.crossinspection.DoubleInspections;
import nepsong.crossinspection.DrawPairs;
import nepsong.crossinspection.Pairs;
import nepsong.cycle.Cycles;
import nepsong.organisation.ReadOnce;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The automatic steps of {@code bloc-inspection}, and whom it calls in. A pair travels as {@code inspecting>inspected}. */
@Component("blocInspectionTasks")
public class BlocInspectionTasks {

    private static final String INSPECTS = ">";

    private final DrawPairs drawing;
    private final Pairs pairs;
    private final DoubleInspections secondInspections;
    private final Cycles cycles;
    private final Units units;

    /** The engine asks for a collection twice, how many and which, after the step that settles them. */
    private final ReadOnce<BlocOfCycle, List<String>> approvedPairs = new ReadOnce<>(this::approved);

    private final ReadOnce<BlocOfCycle, List<String>> unitsDrawn = new ReadOnce<>(this::drawn);

    BlocInspectionTasks(
            DrawPairs drawing, Pairs pairs, DoubleInspections secondInspections, Cycles cycles, Units units) {
        this.drawing = drawing;
        this.pairs = pairs;
        this.secondInspections = secondInspections;
        this.cycles = cycles;
        this.units = units;
    }

    /** Codes of the bloc's units. */
    public List<String> units(DelegateExecution execution) {
        return cycles.bloc(text(execution, "cycle"), text(execution, "bloc")).units();
    }

    public void pairUnits(DelegateExecution execution) {
        drawing.draw(text(execution, "cycle"), text(execution, "bloc"));
    }

    public List<String> pairs(DelegateExecution execution) {
        return approvedPairs.get(bloc(execution));
    }

    /** Codes of those that the team inspects a second time. */
    public List<String> drawnUnits(DelegateExecution execution) {
        return unitsDrawn.get(bloc(execution));
    }

    public String inspected(String pair) {
        return pair.substring(pair.indexOf(INSPECTS) + 1);
    }

    public String inspectedKey(String pair) {
        return Unit.keyOf(inspected(pair));
    }

    public String inspectedName(String pair) {
        return name(inspected(pair));
    }

    public String inspecting(String pair) {
        return pair.substring(0, pair.indexOf(INSPECTS));
    }

    public String inspectingKey(String pair) {
        return Unit.keyOf(inspecting(pair));
    }

    public String inspectingName(String pair) {
        return name(inspecting(pair));
    }

    private static BlocOfCycle bloc(DelegateExecution execution) {
        return new BlocOfCycle(text(execution, "cycle"), text(execution, "bloc"));
    }

    private List<String> approved(BlocOfCycle one) {
        return pairs.of(one.cycle(), one.bloc()).stream()
                .map(pair -> pair.inspecting() + INSPECTS + pair.inspected())
                .toList();
    }

    private List<String> drawn(BlocOfCycle one) {
        return secondInspections.of(one.cycle(), one.bloc()).stream()
                .map(DoubleInspection::unit)
                .toList();
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
