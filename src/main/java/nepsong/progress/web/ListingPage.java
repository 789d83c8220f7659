package nepsong.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nepsong.cycle.Cycles;
import nepsong.language.Languages;
import nepsong.language.Viewer;
import nepsong.organisation.TypedText;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The rows behind every figure: to be filtered, searched, sorted, and taken away with the filters that are set. */
@Controller
@RequestMapping("/progress/{code}/tables/{name}")
class ListingPage {

    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Listings listings;
    private final Cycles cycles;
    private final Languages languages;

    ListingPage(Listings listings, Cycles cycles, Languages languages) {
        this.listings = listings;
        this.cycles = cycles;
        this.languages = languages;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Listing listing = listing(code, name);
        ListingSearch search = search(listing, code, parameters);
        int total = listings.count(listing, search);
        int last = Math.max(0, (total - 1) / TableView.ROWS_OF_A_PAGE);
        int page = Math.max(0, Math.min(number(parameters.get("page")), last));
        List<Row> rows = listings.page(listing, search, page * TableView.ROWS_OF_A_PAGE, TableView.ROWS_OF_A_PAGE);
        model.addAttribute("table", TableView.of("rows", listing, search, rows, total, page));
        model.addAttribute("code", code);
        return "progress-table";
    }

    @GetMapping("/csv")
    void csv(
            @PathVariable String code,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Listing listing = listing(code, name);
        ListingSearch search = search(listing, code, parameters);
        try (CsvSheet sheet = new CsvSheet(file(code, name, "csv", CSV, response), listing, words())) {
            listings.each(listing, search, sheet::add);
        }
    }

    @GetMapping("/xlsx")
    void xlsx(
            @PathVariable String code,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Listing listing = listing(code, name);
        ListingSearch search = search(listing, code, parameters);
        try (ExcelSheet sheet = new ExcelSheet(file(code, name, "xlsx", XLSX, response), listing, words())) {
            listings.each(listing, search, sheet::add);
        }
    }

    /** Where its rows are written, one after the other. */
    private static OutputStream file(
            String code, String name, String format, MediaType type, HttpServletResponse response) throws IOException {
        String file = "%s-%s.%s".formatted(name, code, format);
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        return response.getOutputStream();
    }

    private UnaryOperator<String> words() {
        return languages
                .translator(Viewer.language())
                .<UnaryOperator<String>>map(translator -> translator::text)
                .orElse(UnaryOperator.identity());
    }

    private Listing listing(String code, String name) {
        if (cycles.find(code).isEmpty()) {
            throw new UnknownCycleException(code);
        }
        return listings.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có bảng số liệu này."));
    }

    /** Parameters that are no column of the listing are none of ours. */
    private static ListingSearch search(Listing listing, String code, Map<String, String> parameters) {
        Map<String, String> filters = new HashMap<>();
        parameters.forEach((key, value) -> {
            boolean isFilter =
                    listing.column(key).filter(column -> column.kind().isText()).isPresent();
            if (isFilter && !value.isBlank()) {
                filters.put(key, value);
            }
        });
        String text = TypedText.of(parameters.getOrDefault("q", ""));
        String sort = parameters.getOrDefault("sort", "");
        return new ListingSearch(
                code,
                filters,
                text.isEmpty() ? null : text,
                listing.column(sort).isPresent() ? sort : null,
                Boolean.parseBoolean(parameters.get("desc")));
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }
}
