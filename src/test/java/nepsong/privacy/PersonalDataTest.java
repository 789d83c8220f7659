package nepsong.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nepsong.MovableClock;
import nepsong.audit.VerifyChain;
import nepsong.organisation.Demonstration;
import nepsong.organisation.PeopleDetails;
import nepsong.organisation.Person;
import nepsong.progress.ManagedCycle;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import nepsong.security.Visitors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of one person is taken out whole and erased without a trace, and nobody is erased whom others wait for. */
@RunningApplication
class PersonalDataTest {

    private static final String LOGIN = "nvrieng7";
    private static final String NAME = "Nguyễn Vĩnh Riêng";
    private static final String EMAIL = "Rieng.Nguyen@coquan.example";
    private static final String PHONE = "0912345678";
    private static final String POSITION = "Phó Trưởng phòng Hiếm có";
    private static final List<String> TRACES = List.of(NAME, EMAIL, EMAIL.toLowerCase(), PHONE, POSITION, LOGIN);

    private static final String CYCLE = "2011";
    private static final String UNIT = "q-long-bien";
    private static final String REASON = "Theo đơn đề nghị ngày 01/11/2023";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private PeopleDetails details;

    @Autowired
    private PersonalData register;

    @Autowired
    private VerifyChain chain;

    @Autowired
    private Visitors visitors;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private IdentityService identities;
    private Visitor admin;
    private long before;
    private final List<String> running = new ArrayList<>();

    @BeforeEach
    void somebodyHasWorkedHere() {
        identities = engine.getIdentityService();
        admin = visitors.as("admin");
        before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
        // Whatever other tests left running is none of this one's.
        running.addAll(jdbc.sql("select code from cycles where finished_at is null and withdrawn_at is null")
                .query(String.class)
                .list());
        jdbc.sql("update cycles set finished_at = started_at where finished_at is null and withdrawn_at is null")
                .update();
        ManagedCycle.forget(jdbc, CYCLE);
        new ManagedCycle(jdbc, CYCLE, Instant.now())
                .begun(60)
                .configured(Map.of("khoi-1", List.of(UNIT, "so-du-lich", "q-ba-dinh")))
                .selfAssessed(false)
                .closed();
    }

    @AfterEach
    void nothingIsLeft() {
        if (identities.createUserQuery().userId(LOGIN).count() > 0) {
            identities.deleteUser(LOGIN);
        }
        List.of(
                        "delete from erased_people",
                        "delete from people where id = 'nvrieng7'",
                        "delete from delegations where id = 'riêng'",
                        "delete from outbox where mail_key like 'riêng%'",
                        "delete from act_hi_taskinst where id_ like 'riêng%'",
                        "delete from act_hi_varinst where id_ like 'riêng%'",
                        "delete from conference_guests where cycle = '2011'",
                        "delete from conferences where cycle = '2011'",
                        "delete from report_remarks where cycle = '2011'",
                        "delete from report_opinions where cycle = '2011'",
                        "delete from reports where cycle = '2011'",
                        "delete from self_assessments where cycle = '2011'",
                        "delete from person_languages where person = 'nvrieng7'",
                        "delete from form_drafts where task = 'riêng'")
                .forEach(statement -> jdbc.sql(statement).update());
        ManagedCycle.forget(jdbc, CYCLE);
        running.forEach(code -> jdbc.sql("update cycles set finished_at = null where code = ?")
                .param(code)
                .update());
        clock.reset();
    }

    @Test
    void everyTextColumnOfTheDatabaseIsJudged() {
        assertThat(JudgedColumns.differences(jdbc)).isEmpty();
        register.all().forEach(column -> column.shown().keySet().forEach(shown -> jdbc.sql(
                        "select %s from %s where 1 = 0".formatted(shown, column.table()))
                .query()
                .listOfRows()));
        assertThat(register.all().stream()
                        .filter(column -> column.isTakenOut() && column.rule() != Rule.KEPT)
                        .map(column -> column.kind() + "/" + column.title()))
                .doesNotHaveDuplicates();
    }

    @Test
    void allThatIsKeptIsTakenOutInOneFileWithinAMinute() throws IOException {
        hired("managers");
        worked();

        Instant asked = Instant.now();
        HttpResponse<String> answer = admin.form("/people/" + LOGIN + "/export", body(Map.of("reason", REASON)));

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", LOGIN + ".json"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        JsonNode file = new ObjectMapper().readTree(answer.body());
        assertThat(file.at("/Về tệp này/Lý do").asText()).isEqualTo(REASON);
        assertThat(file.at("/Tài khoản").toString()).contains("Nguyễn", "Vĩnh Riêng", EMAIL, PHONE, POSITION);
        assertThat(file.at("/Vai trò và quyền/Nhóm").findValuesAsText("Nhóm")).contains("managers");
        assertThat(file.at("/Thư hệ thống đã gửi/Thư")).hasSize(2);
        assertThat(file.at("/Việc trong quy trình/Việc được giao/0/Việc").asText())
                .isEqualTo("Một việc riêng");
        assertThat(file.at("/Việc đã làm trong các kỳ/Phê duyệt tự đánh giá/0/Đơn vị")
                        .asText())
                .isEqualTo(UNIT);
        assertThat(file.at("/Liên hệ của đơn vị/Đầu mối liên hệ/0/Thư điện tử").asText())
                .isEqualTo(EMAIL);
        assertThat(file.at("/Hội nghị/Có tên trong danh sách dự họp/0/Tên").asText())
                .isEqualTo(NAME);
        assertThat(file.at("/Nơi có nhắc đến").toString())
                .contains("Biên bản Hội nghị")
                .doesNotContain("vắng");
        assertThat(written()).contains("admin person.exported " + LOGIN + " " + REASON);
    }

    @Test
    void whoeverIsErasedLeavesNoTraceAndDoesNotComeBack() throws IOException {
        hired("managers");
        worked();
        Visitor person = new Visitor(port, engine.getName());
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        String pseudonym;
        try {
            person.logIn(EMAIL, "sai mật khẩu");
            person.logIn(LOGIN, "sai mật khẩu");
            person.logIn(LOGIN, Demonstration.PASSWORD);
            assertThat(person.get("/progress").statusCode()).isEqualTo(200);

            assertThat(twice()).containsOnly("/people");

            String page = admin.get("/people").body();
            assertThat(page).contains("Đã xóa dữ liệu cá nhân");
            pseudonym = jdbc.sql("select name from erased_people")
                    .query(String.class)
                    .single();
            assertThat(page).contains(pseudonym).doesNotContain(NAME, LOGIN);
            assertThat(person.get("/progress").statusCode())
                    .as("the session is over")
                    .isEqualTo(302);
            assertThat(location(new Visitor(port, engine.getName()).logIn(LOGIN, Demonstration.PASSWORD)))
                    .endsWith("/login?error");
        } finally {
            root.detachAppender(log);
        }

        assertThat(traces()).isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(NAME) || line.contains(EMAIL) || line.contains(PHONE));
        assertThat(chain.verify(null).isIntact()).isTrue();
        assertThat(written())
                .filteredOn(row -> row.contains("person.erased"))
                .containsExactly("admin person.erased " + LOGIN + " " + REASON);
        assertThat(visitors.as("manager").get("/audit?actor=" + LOGIN).body())
                .contains(LOGIN, pseudonym)
                .doesNotContain(NAME);
        assertThat(jdbc.sql("select minutes from conferences where cycle = '2011'")
                        .query(String.class)
                        .single())
                .as("minutes are an archive's")
                .contains(NAME);
        assertThat(jdbc.sql("select count(*) from report_remarks where person like 'nguoiDaXoa%'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(admin.get("/people/" + LOGIN).statusCode()).isEqualTo(404);
        String users = "/camunda/api/engine/engine/" + engine.getName() + "/user/create";
        HttpResponse<String> again = admin.post(
                users,
                """
                {"profile": {"id": "%s", "firstName": "A", "lastName": "B", "email": ""},
                 "credentials": {"password": "Mot-Hai-Ba#1908"}}
                """
                        .formatted(LOGIN));
        assertThat(again.body()).contains("không lập lại được");
        assertThat(identities.createUserQuery().userId(LOGIN).count()).isZero();
    }

    @Test
    void nobodyIsErasedWhomOthersWaitForAndThePageNamesWhatStandsInTheWay() {
        hired("secretaries");
        new ManagedCycle(jdbc, "2010", Instant.now()).begun(5);
        jdbc.sql(
                        """
                        insert into act_ru_task (id_, rev_, name_, assignee_, suspension_state_)
                        values ('riêng', 1, 'Lập biên bản riêng', ?, 1)
                        """)
                .param(LOGIN)
                .update();
        jdbc.sql(
                        """
                        insert into self_assessments (cycle, unit, head_in_charge, late_days)
                        values ('2010', 'q-ba-dinh', ?, 0)
                        """)
                .param(LOGIN)
                .update();
        jdbc.sql(
                        """
                        insert into delegations (id, principal, substitute, first_day, last_day, kinds, named_by, named_at)
                        values ('riêng', ?, 'office', ?, ?, 'CORRECTION', 'admin', current_timestamp)
                        """)
                .params(LOGIN, LocalDate.now(), LocalDate.now().plusDays(3))
                .update();
        try {
            assertThat(admin.get("/people/" + LOGIN).body())
                    .contains("Lập biên bản riêng", "Thư ký đoàn kiểm tra", "kỳ 2010", "Có ủy quyền đến hết ngày")
                    .doesNotContain("id=\"typed\"");
            erase(LOGIN, LOGIN, REASON);
            assertThat(identities.createUserQuery().userId(LOGIN).count()).isOne();
            assertThat(written()).anyMatch(row -> row.startsWith("admin person.erased " + LOGIN + " Đang giữ 1 việc"));
        } finally {
            List.of(
                            "delete from act_ru_task where id_ = 'riêng'",
                            "delete from self_assessments where cycle = '2010'",
                            "delete from delegations where id = 'riêng'")
                    .forEach(statement -> jdbc.sql(statement).update());
            ManagedCycle.forget(jdbc, "2010");
        }
        assertThat(admin.get("/people/" + LOGIN).body()).contains("id=\"typed\"");
        assertThat(admin.get("/people/admin").body()).contains("của chính mình", "quản trị hệ thống cuối cùng");
    }

    @Test
    void aWrongNameAndAReasonThatTellsWhoItWasAreSaidAtTheirFieldsAndNothingTypedIsLost() {
        hired("managers");
        erase(LOGIN, "nhầm", REASON);
        assertThat(admin.get("/people/" + LOGIN).body()).contains("không khớp", REASON, "value=\"nhầm\"");
        erase(LOGIN, LOGIN, "Anh nguyễn vĩnh riêng xin xóa");
        assertThat(admin.get("/people/" + LOGIN).body()).contains("nhật ký giữ lý do mãi mãi");
        erase(LOGIN, LOGIN, "ngắn");
        assertThat(admin.get("/people/" + LOGIN).body()).contains("từ 10 đến 1.000 ký tự");
        assertThat(location(admin.form("/people/" + LOGIN + "/export", body(Map.of("reason", "ngắn")))))
                .contains("/people/" + LOGIN + "#export");
        assertThat(admin.get("/people/" + LOGIN).body()).contains("từ 10 đến 1.000 ký tự", "value=\"ngắn\"");
        assertThat(identities.createUserQuery().userId(LOGIN).count()).isOne();
        assertThat(admin.get("/people?text=vinh+rieng").body()).contains("/people/" + LOGIN, NAME);
        assertThat(visitors.as("manager").get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void addressesAndTelephonesAreMaskedInTheLog() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(environment.getRequiredProperty("logging.pattern.console"));
        layout.start();
        String line = layout.doLayout(new LoggingEvent(
                "",
                context.getLogger("nepsong.mail"),
                Level.WARN,
                "550 <" + EMAIL + "> unknown, call " + PHONE,
                new IllegalStateException("no mailbox " + EMAIL),
                null));

        assertThat(line)
                .contains("550 <***> unknown, call ***", "IllegalStateException: no mailbox ***", "nepsong.mail")
                .doesNotContain(EMAIL, PHONE);
    }

    private void hired(String group) {
        User hired = identities.newUser(LOGIN);
        hired.setFirstName("Nguyễn");
        hired.setLastName("Vĩnh Riêng");
        hired.setEmail(EMAIL);
        hired.setPassword(Demonstration.PASSWORD);
        identities.saveUser(hired);
        identities.createMembership(LOGIN, group);
        identities.createMembership(LOGIN, "staff");
        details.save(new Person(LOGIN, NAME, EMAIL, PHONE, POSITION, UNIT, null));
    }

    /** A little of everything that leaves a person's name or login somewhere. */
    private void worked() {
        String mail =
                """
                insert into outbox (mail_key, recipient_person, recipient_name, address, template, subject, facts, state,
                       attempts, resends, next_attempt_at, expires_at, server_down, last_error, created_at, sorting, sorted_at)
                values (:key, :person, :name, :address, 'task.assigned', :subject, :facts, :state, 1, 0, current_timestamp,
                        current_timestamp, false, :error, current_timestamp, 'NOW', current_timestamp)
                """;
        for (String state : List.of("SENT", "PENDING", "OTHERS")) {
            boolean others = state.equals("OTHERS");
            jdbc.sql(mail)
                    .param("key", "riêng/" + state + "/" + (others ? "office" : LOGIN) + "/0")
                    .param("person", others ? "office" : LOGIN)
                    .param("name", others ? "Ai khác" : NAME)
                    .param("address", others ? "office@nepsong.example" : EMAIL)
                    .param("subject", NAME + " đã nhận việc")
                    .param(
                            "facts",
                            "{\"by\":\"" + LOGIN + "\",\"person\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\"}")
                    .param("state", others ? "SENT" : state)
                    .param("error", "550 <" + EMAIL + "> no")
                    .update();
        }
        jdbc.sql(
                        "insert into act_hi_taskinst (id_, name_, assignee_, start_time_) values ('riêng', ?, ?, current_timestamp)")
                .params("Một việc riêng", LOGIN)
                .update();
        jdbc.sql(
                        "insert into act_hi_varinst (id_, name_, var_type_, rev_, text_) values ('riêng', 'member', 'string', 1, ?)")
                .param(LOGIN)
                .update();
        jdbc.sql(
                        """
                        insert into self_assessments (cycle, unit, approved_by, approved_at, contact_name, contact_position,
                               contact_phone, contact_email, head_in_charge, late_days)
                        values (:cycle, :unit, :login, current_timestamp, :name, :position, :phone, :email, :login, 0)
                        """)
                .param("cycle", CYCLE)
                .param("unit", UNIT)
                .param("login", LOGIN)
                .param("name", NAME)
                .param("position", POSITION)
                .param("phone", PHONE)
                .param("email", EMAIL)
                .update();
        List.of(
                        "insert into reports (cycle, version, drafted_by, drafted_at) values (:cycle, 1, :login, current_timestamp)",
                        "insert into report_opinions values (:cycle, 1, :login, false, false, current_timestamp)",
                        """
                        insert into report_remarks (cycle, version, person, position, section, content, proposal)
                        values (:cycle, 1, :login, 0, 'I', 'Sửa', 'Thêm')
                        """,
                        """
                        insert into conferences (cycle, version, starts_at, place, chair, called_by, called_at, minutes)
                        values (:cycle, 1, current_timestamp, 'Hội trường', 'Trưởng đoàn', :login, current_timestamp, :minutes)
                        """,
                        """
                        insert into conference_guests (cycle, version, position, name, agency, present, person)
                        values (:cycle, 1, 0, :name, 'Sở', true, :login)
                        """,
                        "insert into person_languages (person, language) values (:login, 'en')",
                        """
                        insert into form_drafts (task, content, saved_at, saved_by)
                        values ('riêng', :minutes, current_timestamp, :login)
                        """)
                .forEach(statement -> {
                    JdbcClient.StatementSpec insert = jdbc.sql(statement).param("login", LOGIN);
                    Map.of("cycle", CYCLE, "name", NAME, "minutes", NAME + " vắng mặt")
                            .forEach((name, value) -> {
                                if (statement.contains(":" + name)) {
                                    insert.param(name, value);
                                }
                            });
                    insert.update();
                });
    }

    /** Wherever a text of the database still tells of the person, but for records and the trail; bytes of the engine too. */
    private Set<String> traces() {
        Set<String> told = register.of(Rule.KEPT, Rule.SEALED).stream()
                .map(column -> column.table() + "," + column.column())
                .collect(Collectors.toSet());
        Map<String, List<String>> tables = new LinkedHashMap<>();
        JudgedColumns.texts(jdbc).stream()
                .filter(column -> !told.contains(column) && !column.startsWith("flyway"))
                .forEach(column -> tables.computeIfAbsent(column.replaceFirst(",.*", ""), table -> new ArrayList<>())
                        .add(column.replaceFirst(".*,", "")));
        assertThat(tables).hasSizeGreaterThan(80);
        Set<String> found = new TreeSet<>();
        tables.forEach((table, columns) -> {
            for (String trace : TRACES) {
                String somewhere = columns.stream()
                        .map(column -> "position('" + trace + "' in \"" + column.toUpperCase() + "\") > 0")
                        .collect(Collectors.joining(" or "));
                if (jdbc.sql("select count(*) from " + table + " where " + somewhere)
                                .query(Integer.class)
                                .single()
                        > 0) {
                    found.add(table + " tells " + trace);
                }
            }
        });
        jdbc.sql("select bytes_ from act_ge_bytearray where deployment_id_ is null")
                .query(row -> {
                    byte[] bytes = row.getBytes(1);
                    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
                    TRACES.stream()
                            .filter(text::contains)
                            .forEach(trace -> found.add("act_ge_bytearray tells " + trace));
                });
        return found;
    }

    /** A double click: both at once. */
    private List<String> twice() {
        String body = body(Map.of("typed", LOGIN, "reason", REASON));
        List<CompletableFuture<String>> clicks = List.of(1, 2).stream()
                .map(click -> CompletableFuture.supplyAsync(
                        () -> location(admin.form("/people/" + LOGIN + "/erasure", body))))
                .toList();
        return clicks.stream()
                .map(CompletableFuture::join)
                .map(to -> to.replaceFirst("https?://[^/]*", ""))
                .toList();
    }

    private void erase(String login, String typed, String reason) {
        assertThat(admin.form("/people/" + login + "/erasure", body(Map.of("typed", typed, "reason", reason)))
                        .statusCode())
                .isEqualTo(302);
    }

    private String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + admin.csrf() + "&", ""));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private List<String> written() {
        return jdbc.sql("select actor, action, subject, reason from audit_events where id > ? order by id")
                .param(before)
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }
}
