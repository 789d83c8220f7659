package nepsong.progress.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import nepsong.evaluation.Publications;
import nepsong.organisation.UnitFiles;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down who read a table of many units, on the page or taken away, and who saw results that are not public yet. */
@Component
class RecordedReading implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final String RESULTS = "/api/cycles/{code}/results";

    private static final Map<String, String> PAGES = Map.of(
            "results", "Xếp hạng, xu hướng",
            "results/criteria", "Đơn vị và nhóm tiêu chí",
            "results/pairs", "Phân công kiểm tra chéo",
            "results/coverage", "Độ phủ kiểm tra",
            "results/findings", "Tồn tại và khắc phục",
            "results/calibration", "Hiệu chuẩn đơn vị kiểm tra",
            "results/commendations", "Hồ sơ khen thưởng",
            "overview.pdf", "Tổng quan (PDF)");

    private final Listings listings;
    private final UnitFiles files;
    private final Publications publications;

    RecordedReading(Listings listings, UnitFiles files, Publications publications) {
        this.listings = listings;
        this.files = files;
        this.publications = publications;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/progress/{code}/tables/**",
                        "/progress/{code}/results/**",
                        "/progress/{code}/overview.pdf",
                        RESULTS);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        record(request, response);
    }

    /** A file that is taken away is written by another thread. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        record(request, response);
    }

    /** As the page is called; with {@code xlsx} or {@code csv} where it was taken away. */
    private String what(String path) {
        String[] parts = path.split("/");
        if (!parts[0].equals("tables") || parts.length < 2) {
            return PAGES.getOrDefault(path, path);
        }
        return listings.find(parts[1]).map(Listing::title).orElse(parts[1])
                + (parts.length > 2 ? " (" + parts[2] + ")" : "");
    }

    private void record(HttpServletRequest request, HttpServletResponse response) {
        Principal person = request.getUserPrincipal();
        if (person == null
                || response.getStatus() != HttpServletResponse.SC_OK
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> places)
                || places.get("code") == null) {
            return;
        }
        String code = places.get("code").toString();
        boolean api = RESULTS.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (!api || publications.of(code).isEmpty()) {
            String path = request.getRequestURI();
            files.lookedAtMany(person.getName(), code, what(path.substring(path.indexOf(code) + code.length() + 1)));
        }
    }
}
