package nepsong.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nepsong.MockBrowser;
import nepsong.Models;
import nepsong.ProcessTest;
import nepsong.language.Languages;
import nepsong.organisation.Groups;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.unbescape.html.HtmlEscape;

/** The guide tells every role of its own tasks, by the names that the inbox shows, and of nobody else's. */
@ProcessTest
class GuidePageTest {

    /** Tasks that are assigned one by one. */
    private static final Map<String, String> ASSIGNED = Map.of(
            "evaluation.userTask_giveOpinion", Groups.TEAM_MEMBERS, "commendation.userTask_vote", Groups.COUNCIL);

    private final MockMvc browser;
    private final Languages languages;

    @Autowired
    GuidePageTest(WebApplicationContext context, Languages languages) {
        this.browser = MockBrowser.of(context);
        this.languages = languages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theGuideOfARoleNamesItsTasksAndNobodyElses(String language) throws Exception {
        Map<String, Set<String>> tasks = tasks(language);
        Set<String> all = new TreeSet<>();
        tasks.values().forEach(all::addAll);
        for (Map.Entry<String, Set<String>> role : tasks.entrySet()) {
            String page = guide(role.getKey(), language);
            Set<String> named = new TreeSet<>();
            all.stream().filter(task -> page.contains("“" + task + "”")).forEach(named::add);
            assertThat(named).as(role.getKey()).isEqualTo(role.getValue());
        }
    }

    private String guide(String role, String language) throws Exception {
        return HtmlEscape.unescapeHtml(browser.perform(get("/guide/{role}", role)
                        .with(user("somebody").roles("staff"))
                        .cookie(new Cookie("language", language)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** The names of their tasks, without the unit or the cycle, by the guide's word for the role. */
    private Map<String, Set<String>> tasks(String language) throws Exception {
        Map<String, Set<String>> tasks = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file.getInputStream());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String name =
                        name(process, task, language).replaceAll("( of| at)?( \\(|( –( kỳ| cycle)?|:)? [$#]\\{).*", "");
                for (String role : roles(process, task)) {
                    tasks.computeIfAbsent(role, one -> new TreeSet<>()).add(name);
                }
            }
        }
        return tasks;
    }

    private String name(String process, UserTask task, String language) {
        return languages
                .translator(Locale.forLanguageTag(language))
                .map(translator ->
                        translator.translations().models().get(process).get(task.getId()))
                .orElse(task.getName());
    }

    private static Set<String> roles(String process, UserTask task) {
        @Nullable String groups = task.getCamundaCandidateGroups();
        Set<String> roles = new TreeSet<>();
        for (String group : (groups == null ? ASSIGNED.get(process + "." + task.getId()) : groups).split(",")) {
            Models.groups(group).forEach(one -> roles.add(one.replaceAll("At$", "")));
        }
        return roles;
    }
}
