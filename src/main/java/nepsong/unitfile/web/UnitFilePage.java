package nepsong.unitfile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import nepsong.crossinspection.ReplaceInspectingUnit;
import nepsong.engine.FormTask;
import nepsong.engine.OpenTask;
import nepsong.engine.OpenTasks;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.ReadPapers;
import nepsong.unitfile.ReadUnitFile;
import nepsong.unitfile.ReadUnitOutside;
import nepsong.unitfile.ReadUnitOutside.Outside;
import nepsong.unitfile.UnitFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Everything about a unit on one page, alone and as a tab beside the form of a task that is about it. */
@Controller
class UnitFilePage {

    private static final Words WORDS = new Words();

    private final ReadUnitFile reading;
    private final ReadUnitOutside outside;
    private final OpenTasks tasks;
    private final ReadPapers papers;
    private final ReplaceInspectingUnit replacing;

    UnitFilePage(
            ReadUnitFile reading,
            ReadUnitOutside outside,
            OpenTasks tasks,
            ReadPapers papers,
            ReplaceInspectingUnit replacing) {
        this.replacing = replacing;
        this.outside = outside;
        this.papers = papers;
        this.reading = reading;
        this.tasks = tasks;
    }

    /** @param cycle its code; the unit's newest where none is named */
    @GetMapping("/units/{unit}")
    String show(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable String cycle,
            Principal person,
            Model model) {
        String code = cycle == null || cycle.isBlank() ? null : cycle;
        Optional<UnitFile> file = reading.read(unit, code, person.getName());
        Optional<Outside> without = file.isPresent() ? Optional.empty() : outside.read(unit, code, person.getName());
        if (without.isPresent()) {
            model.addAttribute("outside", without.get());
            nominated(unit, without.get().nominated(), person, model);
            return "unit-file-none";
        }
        return show(
                file.orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Không có hồ sơ đơn vị này cho người đang đăng nhập.")),
                person,
                model);
    }

    @GetMapping("/tasks/{task}/file")
    String ofTask(@PathVariable String task, Principal person, Model model, HttpServletResponse response) {
        model.addAttribute("embedded", true);
        Optional<UnitFile> file =
                tasks.find(task, person.getName()).map(OpenTask::task).flatMap(about -> file(about, person.getName()));
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("title", "Hồ sơ đơn vị");
            model.addAttribute(
                    "reason",
                    "Việc này không gắn với một đơn vị, đã được hoàn thành, hoặc hồ sơ đơn vị không thuộc phạm vi của tài khoản đang đăng nhập.");
            return "tab-none";
        }
        return show(file.get(), person, model);
    }

    private Optional<UnitFile> file(FormTask about, String person) {
        Object unit = about.variables().get("unit");
        Object cycle = about.variables().get("cycle");
        return unit == null || cycle == null
                ? Optional.empty()
                : reading.read(unit.toString(), cycle.toString(), person);
    }

    private String show(UnitFile file, Principal person, Model model) {
        model.addAttribute("file", file);
        model.addAttribute(
                "replaceable",
                replacing
                        .find(file.chosen().code(), file.unit().code(), person.getName())
                        .isPresent());
        nominated(file.unit().code(), file.nominated(), person, model);
        return "unit-file";
    }

    private void nominated(String unit, UnitFile.Nominated nominated, Principal person, Model model) {
        model.addAttribute("nominated", nominated);
        model.addAttribute("decisions", papers.ofUnit(unit, EvidenceKind.AWARD_DECISION, person.getName()));
        model.addAttribute("words", WORDS);
    }
}
