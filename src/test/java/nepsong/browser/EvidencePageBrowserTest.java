package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Subject;
import nepsong.commendation.SubjectType;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which evidence is brought, without a form around it. */
@InTasklist
class EvidencePageBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    final ScorecardToFill card;

    private final Desk desk;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Nominations nominations;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    EvidencePageBrowserTest(
            Desk desk, Cycles cycles, RuntimeService runtime, TaskService tasks, Nominations nominations) {
        this.card = new ScorecardToFill(desk, cycles, runtime, tasks);
        this.desk = desk;
        this.runtime = runtime;
        this.tasks = tasks;
        this.nominations = nominations;
    }

    @Test
    void onATelephoneThePageStandsAlone() throws Exception {
        TasklistPage login = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 360);
        Page page = login.page();
        page.navigate(base() + "/evidence/" + card.task());
        page.locator("#CS-A1 input[type=file]")
                .setInputFiles(new FilePayload("Kế hoạch 98.pdf", "application/pdf", GoodFiles.pdf(2)));
        page.locator("#CS-A1 .piece").waitFor();
        page.locator("#CS-A1").getByText("Sửa thông tin").click();
        page.locator("#edit [name=number]").fill("98/KH-UBND");
        page.locator("#edit [name=page]").fill("mục II, trang 4");
        page.locator("#edit button[value=save]").click();
        page.locator("#CS-A1 .cited")
                .getByText("Số 98/KH-UBND, tại mục II, trang 4")
                .waitFor();
        page.waitForFunction("() => document.querySelector('#CS-A1 .thumb img')?.naturalWidth > 0");
        Picture.ofWindow(page, SCREENSHOTS.resolve("evidence-360.png"));
        assertThat(Axe.barriers(page)).isEmpty();
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as("nothing sticks out at the side")
                .isCloseTo(360, within(1));
        Locator remove = page.locator("#CS-A1 .actions button").last();
        remove.click();
        remove.click();
        page.waitForCondition(() -> page.locator("#CS-A1 .piece").count() == 0);
    }

    @Test
    void filesAreDroppedRenamedAndLookedAt() throws Exception {
        Page page = TasklistPage.of(chromium, base(), ScorecardToFill.COORDINATOR, 1366)
                .page();
        page.navigate(base() + "/evidence/" + card.task());
        page.locator("#CS-C1 .drop").waitFor();
        List<Route> held = new ArrayList<>();
        page.route("**/api/tasks/" + card.task() + "/evidence", route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        String photo = Base64.getEncoder().encodeToString(GoodFiles.photo(640, 480, 3));
        page.evaluate(
                """
                photo => {
                  const bytes = Uint8Array.from(atob(photo), letter => letter.charCodeAt(0));
                  const dropped = new DataTransfer();
                  dropped.items.add(new File([bytes], 'Sảnh.jpg', {type: 'image/jpeg'}));
                  dropped.items.add(new File(['<html>'], 'Virus.pdf', {type: 'application/pdf'}));
                  const topic = document.querySelector('#CS-C1');
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    topic.dispatchEvent(new DragEvent(type, {dataTransfer: dropped, bubbles: true, cancelable: true}));
                  }
                }
                """,
                photo);
        page.locator("#CS-C1 .uploads progress").first().waitFor();
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute("**/api/tasks/" + card.task() + "/evidence");
        held.forEach(Route::resume);
        page.locator("#CS-C1 .piece").getByText("Sảnh.jpg").waitFor();
        page.locator("#CS-C1 .uploads .bad").getByText("không phải PDF").waitFor();

        page.locator("#CS-C1").getByText("Sửa thông tin").click();
        page.locator("#edit [name=fileName]").fill("Bảng ở sảnh tầng 1");
        page.locator("#edit button[value=save]").click();
        page.locator("#CS-C1 .piece").getByText("Bảng ở sảnh tầng 1.jpg").waitFor();

        page.locator("#CS-C1 button.thumb").click();
        page.waitForFunction("() => document.querySelector('#look[open] img')?.naturalWidth > 0");
    }

    /** No scorecard: the form of another step leads to the same page. */
    @Test
    void theFormOfANominationLeadsToWhereItsPapersAreBrought() throws Exception {
        String confirm = nominated();
        TasklistPage tasklist = TasklistPage.of(chromium, base(), "qbadinhHead", 1366);
        tasklist.open(confirm);
        Locator link = tasklist.page().locator(".fjs-form").getByText("đưa lên, xem tệp");
        link.scrollIntoViewIfNeeded();
        Picture.ofWindow(tasklist.page(), SCREENSHOTS.resolve("nomination-form-1366.png"));
        Page papers = tasklist.page().waitForPopup(link::click);
        papers.setViewportSize(360, 740);
        papers.locator("#TTR input[type=file]")
                .setInputFiles(new FilePayload("Tờ trình 12.pdf", "application/pdf", GoodFiles.pdf(1)));
        papers.locator("#TTR .piece").waitFor();
        assertThat(papers.locator("#ANH .drop").count()).as("without consent").isZero();
        assertThat(Axe.barriers(papers)).isEmpty();
        Picture.ofWindow(papers, SCREENSHOTS.resolve("nomination-papers-360.png"));
    }

    private String nominated() {
        Nomination nomination = Nomination.fresh(
                null,
                ScorecardToFill.UNIT,
                new Subject(SubjectType.COLLECTIVE, "Tổ dân phố số 5", null, null, "Phường Ngọc Hà"),
                AwardForm.COMMENDATION_LETTER,
                new Achievement(
                        "Giữ gìn ngõ xóm sạch đẹp. ".repeat(10),
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2023, 6, 1),
                        null,
                        null),
                null,
                ScorecardToFill.COORDINATOR,
                Instant.now());
        nominations.add(nomination);
        // Below the cycle's key, so that it is put away with it.
        String key = card.cycle() + "/" + nomination.id();
        runtime.startProcessInstanceByKey(
                "commendation",
                key,
                Map.of(
                        "nomination",
                        nomination.id(),
                        "unit",
                        ScorecardToFill.UNIT,
                        "unitKey",
                        "qbadinh",
                        "unitName",
                        "Quận Ba Đình"));
        String confirm = desk.task(key, "confirmByUnit").getId();
        tasks.claim(confirm, "qbadinhHead");
        return confirm;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
