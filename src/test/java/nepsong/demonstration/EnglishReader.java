package nepsong.demonstration;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.engine.FormSchema;
import nepsong.engine.FormSchema.Field;
import nepsong.language.Viewer;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Looks over the shoulder of everybody who opens a form: reads the same values as a guest who has chosen English, and tells
 * what stays Vietnamese though nobody has typed it.
 */
final class EnglishReader extends AbstractProcessEnginePlugin {

    /** A letter; or a number or a day alone that is written as here. */
    private static final Pattern VIETNAMESE =
            Pattern.compile("[À-ỹ&&[^×÷]]|^[-−+]?[\\d.]+,\\d{1,2}( ?%)?$|^\\d\\d/\\d\\d/\\d{4}$");

    /** Our boxes and entries of Tasklist that are Vietnamese for everybody, with what they mean. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]*” \\([^)]*\\)");

    /** The first ones that are opened, of each form. */
    private static final int OF_ONE_KIND = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, FormSchema> schemas = new HashMap<>();
    private final Map<String, Integer> read = new TreeMap<>();
    private final Map<String, Set<String>> shown = new TreeMap<>();
    private final Set<String> typed = new TreeSet<>();

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ReflectionTestUtils.setField(
                engine,
                "formService",
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {FormService.class},
                        new Reading(engine.getFormService())));
    }

    /** Ids of the forms that were opened. */
    Set<String> read() {
        return read.keySet();
    }

    /**
     * By form and key, what is Vietnamese in it besides what was typed.
     *
     * @param names of people and files, and whatever else was not typed into a form
     */
    Map<String, Set<String>> left(Collection<String> names) {
        List<String> longestFirst = Stream.concat(typed.stream(), names.stream())
                .flatMap(String::lines)
                .map(EnglishReader::withoutFullStop)
                .filter(text -> VIETNAMESE.matcher(text).find())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Map<String, Set<String>> left = new TreeMap<>();
        shown.forEach((where, texts) -> {
            Set<String> found = texts.stream()
                    .filter(text ->
                            VIETNAMESE.matcher(without(longestFirst, text)).find())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!found.isEmpty()) {
                left.put(where, found);
            }
        });
        return left;
    }

    /** As a sentence stands within a longer one. */
    private static String withoutFullStop(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static String without(List<String> parts, String text) {
        String rest = QUOTED.matcher(text).replaceAll("");
        for (String part : parts) {
            rest = rest.replace(part, "");
        }
        return rest;
    }

    /** Between the engine and whoever works with forms. */
    private final class Reading implements InvocationHandler {

        private final FormService forms;

        Reading(FormService forms) {
            this.forms = forms;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                if (method.getName().equals("submitTaskForm")) {
                    remember((String) arguments[0], (Map<?, ?>) arguments[1]);
                }
                Object result = method.invoke(forms, arguments);
                if (method.getName().equals("getTaskFormVariables")) {
                    read((String) arguments[0]);
                }
                return result;
            } catch (InvocationTargetException refused) {
                throw refused.getTargetException();
            }
        }

        private void read(String task) {
            FormSchema form = schema(task);
            if (read.merge(form.id(), 1, Integer::sum) > OF_ONE_KIND) {
                return;
            }
            LocaleContext before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocaleContext(new Viewer.Choice(Locale.ENGLISH));
            try {
                forms.getTaskFormVariables(task)
                        .forEach((key, value) -> each(form, key, value, false, text -> shown.computeIfAbsent(
                                        form.id() + " " + key, one -> new TreeSet<>())
                                .add(text)));
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        }

        private void remember(String task, Map<?, ?> values) {
            FormSchema form = schema(task);
            values.forEach((key, value) -> each(form, key.toString(), value, true, typed::add));
        }

        private FormSchema schema(String task) {
            String key = forms.getTaskFormData(task).getCamundaFormRef().getKey();
            return schemas.computeIfAbsent(key, one -> {
                try (InputStream form = forms.getDeployedTaskForm(task)) {
                    return FormSchema.read(json.readTree(form));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }

        /** The Vietnamese texts of a value that a person types, or of those that only are shown. */
        private void each(
                FormSchema form, String key, @Nullable Object value, boolean ofPeople, Consumer<String> action) {
            Map<String, Field> columns =
                    form.lists().containsKey(key) ? form.lists().get(key).fields() : Map.of();
            each(plain(value), columns, isTyped(form.fields().get(key)), ofPeople, action);
        }

        private void each(
                @Nullable Object value,
                Map<?, Field> columns,
                boolean isTyped,
                boolean ofPeople,
                Consumer<String> action) {
            if (value instanceof List<?> list) {
                list.forEach(one -> each(one, columns, isTyped, ofPeople, action));
            } else if (value instanceof Map<?, ?> row) {
                // Of a choice a person reads the label alone.
                boolean choice = row.keySet().equals(Set.of("value", "label"));
                row.forEach((key, one) -> each(
                        choice && key.equals("value") ? null : one,
                        Map.of(),
                        isTyped || isTyped(columns.get(key)),
                        ofPeople,
                        action));
            } else if (value instanceof String text
                    && isTyped == ofPeople
                    && VIETNAMESE.matcher(text).find()) {
                action.accept(text.strip());
            }
        }

        private @Nullable Object plain(@Nullable Object value) {
            try {
                return value instanceof SpinJsonNode node ? json.readValue(node.toString(), Object.class) : value;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static boolean isTyped(@Nullable Field field) {
            return field != null && !field.fixed();
        }
    }
}
