package nepsong.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
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

    private final LoadCatalogue loading;

    CataloguePage(LoadCatalogue loading) {
        this.loading = loading;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("files", CatalogueFile.values());
        return "catalogue-list";
    }

    @GetMapping("/{file}")
    String one(@PathVariable("file") String code, Model model) {
        model.addAttribute("file", find(code));
        return "catalogue-file";
    }

    /** Answered at once and kept by no browser: the passwords of new logins are told this once. */
    @PostMapping(path = "/{file}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String load(
            @PathVariable("file") String code,
            @RequestParam(name = "content", required = false) @Nullable MultipartFile content,
            @RequestParam(defaultValue = "") String title,
            Principal person,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CatalogueFile file = find(code);
        LoadPeople.Loaded loaded =
                loading.load(file, title, content == null ? new byte[0] : content.getBytes(), person.getName());
        model.addAttribute("file", file);
        model.addAttribute("versionTitle", title);
        model.addAttribute("outcome", loaded.outcome());
        model.addAttribute("passwords", loaded.passwords());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(
                loaded.outcome().wasRefused() ? HttpStatus.UNPROCESSABLE_ENTITY.value() : HttpStatus.OK.value());
        return "catalogue-file";
    }

    private static CatalogueFile find(String code) {
        return CatalogueFile.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có loại tệp này."));
    }
}
