package nepsong.evidence;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Papers as people bring and read them, over the web with all its guards. */
@TestComponent
public class BroughtPapers {

    private static final String FORGED = "7e3ab1f0-0000-11f0-8000-0000000000ff";

    private final MockMvc web;

    BroughtPapers(WebApplicationContext context) {
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** @return id of the piece */
    public String bring(String person, Task task, String topic) throws Exception {
        return added(bring(person, task.getId(), topic));
    }

    private static String added(ResultActions answer) throws Exception {
        byte[] piece =
                answer.andExpect(status().isCreated()).andReturn().getResponse().getContentAsByteArray();
        return new ObjectMapper().readTree(piece).path("id").asText();
    }

    public ResultActions bring(String person, String task, String topic) throws Exception {
        return ask(
                person,
                multipart("/api/tasks/" + task + "/evidence")
                        .file(new MockMultipartFile("file", topic + ".pdf", "application/pdf", GoodFiles.pdf(1)))
                        .param("criterion", topic));
    }

    /** Neither is anything brought to a task that is not there, nor is it said that another is. */
    public void aForgedTaskIsUnknown(String person, String topic) throws Exception {
        bring(person, FORGED, topic).andExpect(status().isNotFound());
        ask(person, get("/evidence/" + FORGED)).andExpect(status().isNotFound());
    }

    public void isRefused(String person, Task task, String topic, String words) throws Exception {
        bring(person, task.getId(), topic)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString(words)));
    }

    /** @return id of the piece that the same file is for the other topic */
    public String use(String person, Task task, String id, String topic) throws Exception {
        return added(ask(
                person,
                post(beside(task) + "/" + id + "/uses")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"criteria\": [\"" + topic + "\"]}")));
    }

    /** With its preview, and among the files of the task. */
    public void seesBeside(String person, Task task, String id) throws Exception {
        ask(person, get(beside(task)))
                .andExpect(jsonPath("$[?(@.id == '%s')]".formatted(id)).exists());
        ask(person, get(beside(task) + "/" + id)).andExpect(status().isOk());
        ask(person, get(beside(task) + "/" + id + "/preview")).andExpect(status().isOk());
    }

    /** Whether the task has no files for this person, or none like this one. */
    public void doesNotSeeBeside(String person, Task task, String id) throws Exception {
        ask(person, get(beside(task) + "/" + id)).andExpect(status().isNotFound());
        ask(person, get(beside(task) + "/" + id + "/preview")).andExpect(status().isNotFound());
        ask(person, delete(beside(task) + "/" + id)).andExpect(status().isNotFound());
    }

    public void findsNothingBeside(String person, Task task, String topic) throws Exception {
        ask(person, get(beside(task))).andExpect(status().isNotFound());
        ask(person, get("/evidence/" + task.getId())).andExpect(status().isNotFound());
        bring(person, task.getId(), topic).andExpect(status().isNotFound());
    }

    public void takesAway(String person, Task task, String id) throws Exception {
        ask(person, delete(beside(task) + "/" + id)).andExpect(status().isNoContent());
    }

    public void staysAsItIs(String person, Task task, String id) throws Exception {
        ask(person, delete(beside(task) + "/" + id)).andExpect(status().isUnprocessableEntity());
    }

    public void reads(String person, String id) throws Exception {
        ask(person, get("/papers/" + id))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
    }

    public void doesNotRead(String person, String id) throws Exception {
        ask(person, get("/papers/" + id)).andExpect(status().isNotFound());
    }

    public String page(String person, String path) throws Exception {
        return ask(person, get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    public void findsNoPage(String person, String path) throws Exception {
        ask(person, get(path)).andExpect(status().isNotFound());
    }

    private ResultActions ask(String person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(person)).with(csrf()));
    }

    private static String beside(Task task) {
        return "/api/tasks/" + task.getId() + "/evidence";
    }
}
