package nepsong.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.catalogue.RuleWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Every Vietnamese text that a viewer of our pages and forms may meet, read from the sources themselves. */
final class Sources {

    static final Pattern MARKED = Pattern.compile("[À-ỹ&&[^×÷]]");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([\\w:-]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>|<!--.*?-->|<!DOCTYPE[^>]*>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern PIPED = Pattern.compile("\\|([^|]*)\\|");
    private static final Pattern EXPRESSION = Pattern.compile("[$#@*~]\\{[^}]*}");
    private static final Set<String> READ =
            Set.of("title", "placeholder", "aria-label", "aria-description", "alt", "label", "data-label");

    /** Only what is loaded or written by somebody, or names what a person gives a name. */
    private static final List<String> NOT_ON_PAGES =
            List.of("/language/", "/organisation/", "/catalogue/", "/demonstration/", "/OpenApiSettings");

    /** Of those, the names of codes, which pages show. */
    private static final Pattern CODES = Pattern.compile("\\benum\\b");

    private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}+( .*)?");

    /** Only looked for. */
    private static final Set<String> AGENCIES = Set.of("Mặt trận Tổ quốc", "Nội vụ");

    /** All the same on pages: how a criterion is scored, the holidays, and what is asked of a file and wrong with it. */
    private static final List<String> ON_PAGES = List.of(
            "/catalogue/RuleWords.java",
            "/organisation/PublicHolidays.java",
            "/catalogue/ColumnWords.java",
            "/catalogue/MeasureColumns.java",
            "/catalogue/LoadCatalogue.java",
            "/catalogue/LoadChecklist.java",
            "/catalogue/LoadThemes.java",
            "/organisation/LoadUnits.java",
            "/organisation/LoadBlocs.java",
            "/organisation/LoadPeople.java",
            "/organisation/CsvFile.java",
            "/organisation/CsvRow.java");

    /** Speak to mail servers, operators, programs or the log alone, or propose what an official then writes in Vietnamese. */
    private static final List<String> ELSEWHERE = List.of(
            "Mails.java",
            "/AssignmentWords.java",
            "/FirstAdministrator.java",
            "/InboxFilters.java",
            "/PlanProposal.java",
            "/DecisionDraft.java",
            "/ConferenceInvitation.java",
            "/CouncilMinutes.java",
            "/CycleReport.java",
            "/InspectionMinutes.java",
            "/OfficialLayout.java",
            "/PairsAnnex.java",
            "/PlanDocument.java",
            "/SelfAssessmentReport.java",
            "/VisitNotice.java",
            "/SetUpTeamForm.java",
            "/ScheduleForm.java",
            "/WriteMinutesForm.java",
            "/CallConferenceForm.java",
            "/HoldConferenceForm.java",
            "/StartCycleForm.java",
            "/SpokenValues.java",
            "/EscalationMails.java",
            "/SendDigests.java",
            "/DecideExtension.java",
            "/Facts.java",
            "/CallOffAppointments.java",
            "/MailWriter.java",
            "/MailTemplates.java",
            "/MailSettings.java",
            "/ExportFile.java",
            "/web/ProgressApi.java",
            "/Vietnamese.java",
            "/VietnameseOrder.java",
            "/web/AuditApi.java",
            "/ScoreController.java",
            "/CatalogueController.java",
            "/CalendarController.java",
            "/StartCycle.java",
            "/PairController.java",
            "/PairsController.java",
            "/Welcome.java",
            "/SafetyPolicy.java");

    private Sources() {}

    /** By template: texts with a place for what is put in; parts of texts, from expressions; and what may be such a part. */
    record Said(Set<String> texts, Set<String> parts, Set<String> perhaps) {

        Said() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }

        private void text(String text) {
            String plain = text.replaceAll("\\s+", " ").strip();
            if (LETTERS.matcher(plain.replaceAll("\\{}", "")).find()) {
                texts.add(plain);
            }
        }

        private void part(String part) {
            (MARKED.matcher(part).find() ? parts : perhaps)
                    .add(part.replaceAll("\\s+", " ").strip());
        }

        private void expression(String expression) {
            Matcher piped = PIPED.matcher(expression);
            while (piped.find()) {
                part(EXPRESSION.matcher(piped.group(1)).replaceAll("{}"));
            }
            Matcher quoted = QUOTED.matcher(PIPED.matcher(expression).replaceAll(""));
            while (quoted.find()) {
                part(quoted.group(1));
            }
        }
    }

    static Map<String, Said> templates() {
        Map<String, Said> templates = new TreeMap<>();
        files("src/main/resources/templates", ".html")
                .forEach((path, text) ->
                        templates.put(path.getFileName().toString().replace(".html", ""), template(text)));
        return templates;
    }

    private static Said template(String text) {
        Said said = new Said();
        Matcher tag = TAG.matcher(text);
        int end = 0;
        boolean replaced = false;
        while (tag.find()) {
            if (!replaced && !"style".equals(tag.group(2))) {
                inner(text.substring(end, tag.start()), said);
            }
            end = tag.end();
            replaced = false;
            if (tag.group(3) != null) {
                Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
                while (attribute.find()) {
                    String name = attribute.group(1);
                    String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
                    replaced |= name.equals("th:text")
                            || name.equals("th:replace") && !tag.group(2).equals("html");
                    if (READ.contains(name) && !tag.group(3).contains("th:" + name + "=")) {
                        said.text(value);
                    } else if (name.startsWith("th:") || name.startsWith("sec:")) {
                        said.expression(value);
                    }
                }
            }
        }
        return said;
    }

    private static void inner(String text, Said said) {
        Matcher inline = INLINE.matcher(text);
        while (inline.find()) {
            said.expression(inline.group(1));
        }
        said.text(INLINE.matcher(text.replace("&nbsp;", " ")).replaceAll("{}"));
    }

    /** Texts and parts of texts that Java puts on pages, with {@code {}} for what is filled in. */
    static Set<String> java() {
        return java(false);
    }

    /** @param everything also what is not said on pages */
    static Set<String> java(boolean everything) {
        Set<String> all = new TreeSet<>();
        files("src/main/java/nepsong", ".java").forEach((path, text) -> {
            String name = "/" + path;
            boolean on = everything
                    || NOT_ON_PAGES.stream().noneMatch(name::contains)
                    || CODES.matcher(text).find() && !name.contains("/language/")
                    || name.contains("/web/") && !name.contains("/language/")
                    || ON_PAGES.stream().anyMatch(name::endsWith);
            if (everything || on && ELSEWHERE.stream().noneMatch(name::endsWith)) {
                Matcher literal = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")
                        .matcher(text.replaceAll("\"\"\"[\\s\\S]*?\"\"\"", "")
                                .replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", ""));
                while (literal.find()) {
                    String plain = literal.group(1)
                            .replaceAll("%[\\d,.$]*[sd]", "{}")
                            .replace("%%", "%")
                            .replaceAll("\\s+|\\\\n", " ")
                            .replaceAll("\\\\([\"\\\\])", "$1")
                            .strip();
                    boolean named =
                            CODES.matcher(text).find() && NAME.matcher(plain).matches();
                    if ((MARKED.matcher(plain).find() || named) && !plain.contains("dd/MM")) {
                        all.add(plain);
                    }
                }
            }
        });
        return all;
    }

    /** Reasons in decision tables, steps as the first start writes them, the catalogue's methods and evidence, and problems of programs. */
    static Set<String> tables() {
        Set<String> all = new TreeSet<>();
        all.addAll(catalogue());
        all.addAll(problems());
        Map<Path, String> sources = files("processes", ".dmn");
        files("src/main/resources/db/migration", ".sql").forEach((path, text) -> {
            if (text.contains("deadlines") || text.contains("calendar_days")) {
                sources.put(path, text.replaceAll("--.*", ""));
            }
        });
        sources.forEach((path, text) -> {
            Matcher literal =
                    Pattern.compile("<text>\"([^\"]*)\"</text>|'([^']*)'").matcher(text);
            while (literal.find()) {
                String plain = literal.group(1) == null ? literal.group(2) : literal.group(1);
                if (MARKED.matcher(plain).find() && !AGENCIES.contains(plain)) {
                    all.add(plain);
                }
            }
        });
        return all;
    }

    /** What the framework says of requests that it cannot take. */
    private static Set<String> problems() {
        Set<String> all = new TreeSet<>();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            Properties said = new Properties();
            said.load(file);
            said.values().forEach(text -> all.add(text.toString().replaceAll("\\{\\d}", "{}")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** How the criteria are scored, what proves them and when they may be left out; their own names are in the registry. */
    private static Set<String> catalogue() {
        Set<String> all = new TreeSet<>();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/catalogue/criteria.csv"))) {
            for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().get().parse(file)) {
                all.add(RuleWords.method(row.get("method")));
                all.add(row.get("evidence_vi"));
                all.add(RuleWords.notApplicable(row.get("na_rule")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.removeIf(text -> !MARKED.matcher(text).find());
        return all;
    }

    static Set<String> scripts() {
        Set<String> all = new TreeSet<>();
        files("src/main/resources/static/js", ".js").forEach((path, text) -> {
            Matcher literal = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'").matcher(text);
            while (literal.find()) {
                if (MARKED.matcher(literal.group(1)).find()) {
                    all.add(literal.group(1));
                }
            }
        });
        return all;
    }

    /** Without comments, and without what turns form-js's English into Vietnamese for who reads that. */
    static Map<String, String> inTasklist() {
        Map<String, String> all = new TreeMap<>();
        String folder = "src/main/resources/META-INF/resources/webjars/camunda/app/tasklist";
        Stream.of(".js", ".css")
                .flatMap(ending -> files(folder, ending).entrySet().stream())
                .filter(file -> !file.getKey().endsWith("messages.js"))
                .forEach(file -> all.put(
                        file.getKey().toString(),
                        file.getValue().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "")));
        return all;
    }

    /** By form, then by component and property. */
    static Map<String, Map<String, String>> forms() {
        Map<String, Map<String, String>> forms = new TreeMap<>();
        files("forms", ".form").forEach((path, text) -> {
            try {
                ObjectNode form = (ObjectNode) new ObjectMapper().readTree(text);
                Map<String, String> words = new LinkedHashMap<>();
                FormWords.of(form).forEach((where, word) -> {
                    String plain = word.text().replaceAll("(?s)\\{\\{.*?}}", "");
                    if (LETTERS.matcher(plain).find() && !plain.startsWith("§") && !plain.startsWith("=")) {
                        words.put(where, word.text());
                    }
                });
                forms.put(form.path("id").asText(), words);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return forms;
    }

    private static Map<Path, String> files(String folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
