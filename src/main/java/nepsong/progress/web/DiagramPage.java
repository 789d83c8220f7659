package nepsong.progress.web;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.ProcessModels;
import nepsong.progress.Row;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The processes as they are drawn, with what goes on in them. */
@Controller
@RequestMapping("/progress/{code}/processes")
class DiagramPage {

    private final Listings listings;
    private final ProcessModels models;
    private final Cycles cycles;

    DiagramPage(Listings listings, ProcessModels models, Cycles cycles) {
        this.listings = listings;
        this.models = models;
        this.cycles = cycles;
    }

    @GetMapping
    String first(@PathVariable String code) {
        return "redirect:/progress/" + code + "/processes/"
                + models.titles().keySet().iterator().next();
    }

    @GetMapping("/{process}")
    String show(@PathVariable String code, @PathVariable String process, Model model) {
        if (cycles.find(code).isEmpty()) {
            throw new UnknownCycleException(code);
        }
        xml(process);
        Listing activities = listings.find("activities").orElseThrow();
        ListingSearch search = ListingSearch.of(code, Map.of("process", process));
        List<Row> rows = listings.page(activities, search, 0, Integer.MAX_VALUE);
        model.addAttribute("code", code);
        model.addAttribute("process", process);
        model.addAttribute("titles", models.titles());
        model.addAttribute("activities", rows);
        model.addAttribute("table", TableView.of("activities", activities, search, rows, rows.size(), 0));
        return "progress-process";
    }

    @GetMapping(path = "/{process}/model", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String process) {
        return xml(process);
    }

    private String xml(String process) {
        return models.xml(process)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có quy trình này."));
    }
}
