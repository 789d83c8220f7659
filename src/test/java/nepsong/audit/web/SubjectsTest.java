package nepsong.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectsTest {

    private final Subjects subjects = new Subjects();

    @Test
    void aFormIsCalledAsItsTaskIs() {
        assertThat(subjects.said("cross-inspection.approve-explanation · 2023/so-y-te"))
                .isEqualTo("Phê duyệt giải trình · 2023/so-y-te");
        assertThat(subjects.said("correction.verify-correction")).isEqualTo("Xác minh khắc phục");
        assertThat(subjects.said("inspection-cycle.start · 2023")).isEqualTo("Kỳ kiểm tra · 2023");
        assertThat(subjects.said("evidence")).isEqualTo("Minh chứng");
    }

    @Test
    void aRefusedCallSaysWhatWasWanted() {
        String task = "POST /camunda/api/engine/engine/default/task/07718b33-ecea-11f1-a8df-02fc00000001/";
        assertThat(subjects.said(task + "claim")).isEqualTo("Nhận việc");
        assertThat(subjects.said(task + "submit-form")).isEqualTo("Gửi biểu mẫu");
        assertThat(subjects.said(task + "assignee")).isEqualTo(task + "assignee");
        assertThat(subjects.said("appraiser1")).isEqualTo("appraiser1");
        assertThat(subjects.said("no.such-form")).isEqualTo("no.such-form");
    }
}
