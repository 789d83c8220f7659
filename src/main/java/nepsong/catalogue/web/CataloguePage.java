package nepsong.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nepsong.catalogue.CatalogueFile;
import nepsong.catalogue.LoadCatalogue;
import nepsong.organisation.LoadPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Where an administrator loads files. Nobody else comes here: the route says so. */
@Controller
@RequestMapping("/catalogue")
class CataloguePage {

    private static final String JUST_LOADED = CataloguePage.class.getName();
    private static final Duration SHOWN_FOR = Duration.ofMinutes(10);

    private final LoadCatalogue loading;
    private final Clock clock;

    CataloguePage(LoadCatalogue loading, Clock clock) {
        this.loading = loading;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("files", CatalogueFile.values());
        return "catalogue-list";
    }

    /** After a file was loaded also what became of it, which no browser keeps. */
    @GetMapping("/{file}")
    String one(
            @PathVariable("file") String code,
            @RequestParam(name = "loaded", defaultValue = "") String number,
            HttpSession session,
            Model model,
            HttpServletResponse response) {
        CatalogueFile file = find(code);
        model.addAttribute("file", file);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (session.getAttribute(JUST_LOADED) instanceof JustLoaded just && just.isFor(file, number, clock.instant())) {
            model.addAttribute("outcome", just.loaded().outcome());
            model.addAttribute("passwords", just.loaded().passwords());
        }
        return "catalogue-file";
    }

    /**
     * Whoever then asks for the page again sees the passwords of new logins once more, and does not send the file twice: the
     * second time it would make no login and tell none. They are in this session's memory, for some minutes.
     */
    @PostMapping(path = "/{file}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String load(
            @PathVariable("file") String code,
            @RequestParam(name = "content", required = false) @Nullable MultipartFile content,
            @RequestParam(defaultValue = "") String title,
            Principal person,
            HttpSession session,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CatalogueFile file = find(code);
        LoadPeople.Loaded loaded =
                loading.load(file, title, content == null ? new byte[0] : content.getBytes(), person.getName());
        if (!loaded.outcome().wasRefused()) {
            JustLoaded just = new JustLoaded(UUID.randomUUID().toString(), file, loaded, clock.instant());
            session.setAttribute(JUST_LOADED, just);
            return "redirect:/catalogue/" + file.code() + "?loaded=" + just.number();
        }
        model.addAttribute("file", file);
        model.addAttribute("versionTitle", title);
        model.addAttribute("outcome", loaded.outcome());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "catalogue-file";
    }

    /** @param number of the address that shows it: another tab that loads something else takes its place */
    private record JustLoaded(String number, CatalogueFile file, LoadPeople.Loaded loaded, Instant at) {

        private boolean isFor(CatalogueFile asked, String named, Instant now) {
            return file == asked && number.equals(named) && now.isBefore(at.plus(SHOWN_FOR));
        }
    }

    private static CatalogueFile find(String code) {
        return CatalogueFile.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có loại tệp này."));
    }
}
