package nepsong.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.FormFiller;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cycle in which every name and every text was typed by somebody who means harm. */
final class PoisonedCycle {

    static final String UNIT = "q-ba-dinh";
    static final String COORDINATOR = "qbadinhCoordinator";
    static final String HEAD = "qbadinhHead";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final int LONGEST_NAME = 200;
    private static final List<String> UNITS = List.of(UNIT, "q-tay-ho", "q-hoan-kiem");

    private final ScriptPayloads payloads = new ScriptPayloads();
    private final Map<String, String> unitNames = new HashMap<>();
    private final String code = "poison-" + CYCLES.incrementAndGet();
    private final Desk desk;
    private final Cycles cycles;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private String givenName = "";

    PoisonedCycle(Desk desk, Cycles cycles, ProcessEngine engine, JdbcClient jdbc) {
        this.desk = desk;
        this.cycles = cycles;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    String code() {
        return code;
    }

    /** @return the first task of a unit */
    String acknowledgement() {
        start();
        return task("acknowledge").getId();
    }

    /** @return the task of the head of the unit, who reads what the coordinator wrote */
    String withScorecard() {
        int number = 0;
        for (String payload : ScriptPayloads.all()) {
            add(code + "x" + ++number, payload);
        }
        start();
        handIn(task("acknowledge"));
        handIn(task("scoreCriteria"));
        Task read = task("approve");
        payloads.turned().forEach(payload -> engine.getTaskService().createComment(read.getId(), null, payload));
        User head = user();
        givenName = head.getLastName();
        head.setLastName(payloads.upTo(LONGEST_NAME));
        engine.getIdentityService().saveUser(head);
        engine.getTaskService().claim(read.getId(), HEAD);
        return read.getId();
    }

    /** The latest mail that this cycle wrote. */
    long mail() {
        return jdbc.sql("select max(id) from outbox where template = 'task.assigned'")
                .query(Long.class)
                .single();
    }

    void isPutAway() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code + "/" + UNIT)
                .list()
                .forEach(
                        instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test is over"));
        unitNames.forEach(this::rename);
        jdbc.sql("delete from cycles where code like :codes")
                .param("codes", code + "x%")
                .update();
        if (!givenName.isEmpty()) {
            User head = user();
            head.setLastName(givenName);
            engine.getIdentityService().saveUser(head);
        }
    }

    private void start() {
        for (String unit : UNITS) {
            unitNames.put(
                    unit,
                    jdbc.sql("select name from units where code = :code")
                            .param("code", unit)
                            .query(String.class)
                            .single());
            rename(unit, payloads.upTo(LONGEST_NAME));
        }
        String name = payloads.upTo(LONGEST_NAME) + payloads.upTo(LONGEST_NAME);
        add(code, name);
        String bloc = payloads.upTo(LONGEST_NAME);
        cycles.configure(new Cycles.Configuration(code, 1, null, List.of(new Bloc("khoi-1", bloc, UNITS)), Map.of()));
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "self-assessment",
                        code + "/" + UNIT,
                        Map.of(
                                "cycle", code,
                                "cycleName", name,
                                "bloc", "khoi-1",
                                "blocName", bloc,
                                "unit", UNIT,
                                "unitKey", "qbadinh",
                                "unitName", payloads.upTo(LONGEST_NAME)));
        desk.runJobs();
    }

    private void add(String code, String name) {
        cycles.add(new Cycle(code, 2022, name, null, null, Instant.now(), "office", null, null, null));
    }

    private void rename(String unit, String name) {
        jdbc.sql("update units set name = :name where code = :code")
                .param("name", name)
                .param("code", unit)
                .update();
    }

    private User user() {
        return engine.getIdentityService().createUserQuery().userId(HEAD).singleResult();
    }

    private Task task(String name) {
        return desk.task(code + "/" + UNIT, name);
    }

    /** As it opened, with the payloads in every text that a person may type. */
    private void handIn(Task task) {
        JsonNode form = form(task);
        Map<String, JsonNode> opened = new LinkedHashMap<>();
        desk.form(task).forEach((key, value) -> opened.put(key, JSON.valueToTree(value)));
        Map<String, Object> values = new FormFiller(1).values(form, opened);
        poison(form.path("components"), values);
        desk.bringEvidence(task);
        desk.complete(task, values);
        desk.runJobs();
    }

    @SuppressWarnings("unchecked")
    private void poison(JsonNode components, Map<String, Object> values) {
        for (JsonNode component : components) {
            JsonNode validate = component.path("validate");
            String key = component.path("key").asText();
            switch (component.path("type").asText()) {
                case "group" -> poison(component.path("components"), values);
                case "dynamiclist" ->
                    ((List<Map<String, Object>>)
                                    values.get(component.path("path").asText()))
                            .forEach(row -> poison(component.path("components"), row));
                case "textarea", "textfield" -> {
                    boolean free = !component.path("readonly").asBoolean()
                            && !validate.has("pattern")
                            && !validate.has("validationType")
                            && !key.equals("naReason");
                    if (free
                            && validate.path("maxLength").asInt(LONGEST_NAME)
                                    > payloads.together().length()) {
                        values.put(key, payloads.together());
                    } else if (free) {
                        values.put(
                                key,
                                payloads.upTo(Math.min(
                                        LONGEST_NAME, validate.path("maxLength").asInt(60))));
                    }
                }
                default -> {}
            }
        }
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
