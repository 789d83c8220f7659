package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import nepsong.evaluation.Opinions.Opinion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member of the team consents to the report, or says what should change. */
@Component
public class GiveReportOpinion {

    private final Reports reports;
    private final Opinions opinions;

    GiveReportOpinion(Reports reports, Opinions opinions) {
        this.reports = reports;
        this.opinions = opinions;
    }

    /**
     * @param section number of a section, or {@link Remark#GENERAL}
     * @param kind    as of a {@link Remark}
     */
    public record Said(String section, String kind, String text, String proposal, String reason) {}

    @Transactional
    public void consent(String cycle, String person) {
        opinions.add(reports.get(cycle), new Opinion(person, true, false), List.of());
    }

    /** @param reason becomes the first remark, so that it is answered like the others */
    @Transactional
    public void comment(String cycle, String person, String reason, List<Said> said) {
        List<Remark> remarks = new ArrayList<>();
        remarks.add(new Remark(person, 0, Remark.GENERAL, reason, "", Remark.CHANGE, "", null, null));
        for (Said one : said) {
            remarks.add(new Remark(
                    person,
                    remarks.size(),
                    one.section(),
                    one.text(),
                    one.proposal(),
                    one.kind(),
                    one.reason(),
                    null,
                    null));
        }
        opinions.add(reports.get(cycle), new Opinion(person, false, false), remarks);
    }
}
