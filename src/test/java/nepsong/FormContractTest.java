package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form of the house must be, so that Tasklist can show it and nothing typed in it is lost. */
class FormContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Those that the Tasklist of 7.24 renders; one other makes the whole form fail. */
    private static final Set<String> RENDERED = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "text",
            "html",
            "group",
            "dynamiclist",
            "expression",
            "button",
            "separator",
            "spacer",
            "table",
            "image");

    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|and|please|submit|complete|score|reason|name|date)\\b");

    static Stream<File> forms() {
        File[] files = new File("forms").listFiles((folder, name) -> name.endsWith(".form"));
        assertThat(files).isNotEmpty();
        return Stream.of(files).sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAsItsFile(File file) throws IOException {
        assertThat(JSON.readTree(file).path("id").asText() + ".form").isEqualTo(file.getName());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsOneThatTasklistCanRender(File file) throws IOException {
        JsonNode form = JSON.readTree(file);
        assertThat(form.path("schemaVersion").asInt()).isLessThanOrEqualTo(16);
        each(form, component -> assertThat(component.path("type").asText()).isIn(RENDERED));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyComponentHasAnIdOfItsOwn(File file) throws IOException {
        List<String> ids = new ArrayList<>();
        each(JSON.readTree(file), component -> ids.add(component.path("id").asText()));
        assertThat(ids).doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aListNeverCollapsesAndTheFormCarriesItsOwnButton(File file) throws IOException {
        JsonNode form = JSON.readTree(file);
        each(form, component -> {
            if (component.path("type").asText().equals("dynamiclist")) {
                assertThat(component.path("disableCollapse").asBoolean()).isTrue();
                assertThat(component.path("defaultRepetitions").asInt(1)).isZero();
            }
        });
        List<String> buttons = new ArrayList<>();
        each(form, component -> buttons.add(component.path("action").asText("")));
        assertThat(buttons.stream().filter("submit"::equals)).hasSize(1);
    }

    /** What no field is bound to, the browser does not send back: the second time, a limit by it would be none. */
    @ParameterizedTest
    @MethodSource("forms")
    void whatARowReadsOfItselfIsBoundToAFieldAndRowsThatNobodyAddsHaveAKey(File file) throws IOException {
        each(JSON.readTree(file), component -> {
            if (component.path("type").asText().equals("dynamiclist")) {
                Set<String> bound = new HashSet<>();
                Set<String> readOnly = new HashSet<>();
                each(component, field -> {
                    bound.add(field.path("key").asText());
                    if (field.path("readonly").asBoolean()) {
                        readOnly.add(field.path("key").asText());
                    }
                });
                assertThat(bound).containsAll(readOfItself(component));
                if (!component.path("allowAddRemove").asBoolean()) {
                    assertThat(readOnly).isNotEmpty();
                }
            }
        });
    }

    private static Set<String> readOfItself(JsonNode list) {
        Set<String> read = new TreeSet<>();
        Pattern.compile("\\bthis\\.(\\w+)")
                .matcher(list.toString())
                .results()
                .forEach(found -> read.add(found.group(1)));
        return read;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormBeginsByExplainingItself(File file) throws IOException {
        JsonNode first = JSON.readTree(file).path("components").path(0);
        assertThat(first.path("type").asText()).isEqualTo("text");
        assertThat(first.path("text").asText()).startsWith("##");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labelsAreVietnamese(File file) throws IOException {
        each(JSON.readTree(file), component -> {
            String label = component.path("label").asText("");
            if (!label.startsWith("§")) {
                assertThat(ENGLISH.matcher(label).find()).as(label).isFalse();
            }
            boolean field = !component.path("key").asText("").isEmpty()
                    && !component.path("type").asText().equals("expression");
            if (field) {
                assertThat(label).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFirstChoiceOfADecisionIsTheWayForwardAndAnyOtherNeedsAReason(File file) throws IOException {
        List<String> choices = new ArrayList<>();
        List<JsonNode> reasons = new ArrayList<>();
        each(JSON.readTree(file), component -> {
            String key = component.path("key").asText();
            if (key.equals("decision")) {
                component
                        .path("values")
                        .forEach(one -> choices.add(one.path("value").asText()));
                assertThat(choices.get(0)).isIn("approve", "accept", "complete");
            } else if (key.equals("reason")
                    && component.path("validate").path("required").asBoolean()) {
                reasons.add(component);
            }
        });
        if (!choices.isEmpty()) {
            assertThat(reasons).singleElement().satisfies(reason -> assertThat(choices.subList(1, choices.size()))
                    .noneMatch(choice -> isHiddenFor(choice, reason)));
        }
    }

    private static boolean isHiddenFor(String choice, JsonNode reason) {
        Matcher condition = Pattern.compile("decision (!?=) \"(\\w+)\"")
                .matcher(reason.path("conditional").path("hide").asText());
        return condition.find()
                && condition.group(1).equals("=") == condition.group(2).equals(choice);
    }

    @Test
    void everyFormIsUsedByAModelAndEveryModelsFormIsThere() throws IOException {
        Set<String> there = new TreeSet<>();
        forms().forEach(file -> there.add(file.getName().replace(".form", "")));
        Set<String> used = new TreeSet<>();
        for (File model : new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"))) {
            var matcher = Pattern.compile("camunda:formRef=\"([^\"]+)\"")
                    .matcher(java.nio.file.Files.readString(model.toPath()));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        assertThat(there).isEqualTo(used);
    }

    private static void each(JsonNode parent, Consumer<JsonNode> check) {
        for (JsonNode component : parent.path("components")) {
            check.accept(component);
            each(component, check);
        }
    }
}
