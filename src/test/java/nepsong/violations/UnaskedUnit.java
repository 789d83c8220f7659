package nepsong.violations;

import java.security.Principal;
import nepsong.engine.OpenTasks;
import nepsong.organisation.Units;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells of any unit and any task whoever asks: it proves that the rule of the walls can fail. */
@RequestMapping("/violations")
public class UnaskedUnit {

    private final Units units;
    private final OpenTasks tasks;

    UnaskedUnit(Units units, OpenTasks tasks) {
        this.units = units;
        this.tasks = tasks;
    }

    @GetMapping("/units/{unit}")
    public String nobodyIsAsked(@PathVariable String unit) {
        return String.valueOf(units.find(unit));
    }

    @GetMapping("/list")
    public String theWallIsNotAsked(@RequestParam String unit, Principal person) {
        return units.find(unit) + person.getName();
    }

    @GetMapping("/tasks/{task}")
    public String theTaskIsNotAsked(@PathVariable String task, Principal person) {
        return task + person.getName();
    }

    @GetMapping("/held/{task}")
    public String theTaskIsAsked(@PathVariable String task, Principal person) {
        return String.valueOf(tasks.find(task, person.getName()));
    }
}
