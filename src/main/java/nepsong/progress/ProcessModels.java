package nepsong.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nepsong.language.Languages;
import nepsong.language.Viewer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The processes as they are drawn. */
@Component
public class ProcessModels {

    /** Keys in the order of the cycle, with what a manager calls them. */
    private static final Map<String, String> TITLES = WorkListings.names(
            "inspection-cycle", "Cả kỳ kiểm tra",
            "directive", "Ban hành chỉ đạo",
            "bloc-inspection", "Kiểm tra một khối",
            "self-assessment", "Tự đánh giá",
            "cross-inspection", "Kiểm tra chéo",
            "correction", "Khắc phục tồn tại",
            "evaluation", "Đánh giá, xếp loại",
            "bloc-appeals", "Xem xét lại của một khối",
            "appeal", "Xem xét lại",
            "follow-up", "Nhiệm vụ sau Hội nghị",
            "commendation", "Khen thưởng");

    private final Languages languages;

    ProcessModels(Languages languages) {
        this.languages = languages;
    }

    public Map<String, String> titles() {
        return new LinkedHashMap<>(TITLES);
    }

    /** What a label says of the one unit or cycle that a task is about: a picture of all of them leaves it out. */
    private static final Pattern OF_ONE =
            Pattern.compile("(name=\"[^\"]*?)( [$#]\\{[^\"}]*})? – [^\"–]*[$#]\\{[^\"]*\"");

    /** BPMN; empty where there is no such process. */
    public Optional<String> xml(String process) {
        if (!TITLES.containsKey(process)) {
            return Optional.empty();
        }
        try {
            String drawn =
                    new ClassPathResource("processes/" + process + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
            String said = languages
                    .translator(Viewer.language())
                    .map(translator -> translator.model(process, drawn))
                    .orElse(drawn);
            return Optional.of(OF_ONE.matcher(said).replaceAll("$1\""));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
