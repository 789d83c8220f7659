package nepsong.unitfile.web;

import java.security.Principal;
import nepsong.unitfile.ReadUnitFile;
import nepsong.unitfile.UnitFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Everything about a unit on one page. */
@Controller
class UnitFilePage {

    private static final Words WORDS = new Words();

    private final ReadUnitFile reading;

    UnitFilePage(ReadUnitFile reading) {
        this.reading = reading;
    }

    /** @param cycle its code; the unit's newest where none is named */
    @GetMapping("/units/{unit}")
    String show(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable String cycle,
            Principal person,
            Model model) {
        String code = cycle == null || cycle.isBlank() ? null : cycle;
        UnitFile file = reading.read(unit, code, person.getName())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Không có hồ sơ đơn vị này cho người đang đăng nhập."));
        model.addAttribute("file", file);
        model.addAttribute("words", WORDS);
        return "unit-file";
    }
}
