package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Eligibility;
import nepsong.commendation.Gender;
import nepsong.commendation.Nominee;
import nepsong.commendation.Nominees;
import nepsong.commendation.SubjectType;
import nepsong.evaluation.Result;
import nepsong.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stage 5 of the finished cycle: the units that its results make eligible, and a good deed, commended. */
@Component
class PastAwards {

    /** One who was commended. */
    record Awarded(String id, String unit, String unitName, SubjectType subject, AwardForm form) {}

    private final Nominees nominees;
    private final PastVotes votes;
    private final PastDecisions decisions;
    private final TableRows tables;

    PastAwards(Nominees nominees, PastVotes votes, PastDecisions decisions, TableRows tables) {
        this.nominees = nominees;
        this.votes = votes;
        this.decisions = decisions;
        this.tables = tables;
    }

    List<Awarded> write(List<PastUnit> units) {
        Map<String, PastUnit> byCode = new HashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        List<Awarded> awarded = new ArrayList<>();
        List<@Nullable Object[]> nominations = new ArrayList<>();
        List<@Nullable Object[]> appraisals = new ArrayList<>();
        for (Nominee nominee : nominees.of(CYCLE)) {
            PastUnit unit = byCode.get(nominee.result().unit());
            if (nominee.first() && unit != null) {
                Awarded one = new Awarded(
                        CYCLE + "-" + (awarded.size() + 1),
                        unit.code(),
                        unit.name(),
                        SubjectType.COLLECTIVE,
                        nominee.award());
                nominations.add(unitNomination(one, nominee));
                appraisals.add(appraisal(one, nominee.result()));
                awarded.add(one);
            }
        }
        PastUnit home = units.get(units.size() / 2);
        Awarded deed = new Awarded(
                CYCLE + "-" + (awarded.size() + 1),
                home.code(),
                home.name(),
                SubjectType.GOOD_PERSON,
                AwardForm.GOOD_PERSON_GOOD_DEED);
        nominations.add(deedNomination(deed, home));
        appraisals.add(appraisal(deed, null));
        awarded.add(deed);
        tables.insert(
                "nominations",
                """
                id, cycle, unit, subject_type, name, birth_year, gender, address, award_form, achievement, period_from, period_to,
                deed_date, consent_on, proposed_by, proposed_at, picked""",
                nominations);
        steps(awarded, appraisals);
        return awarded;
    }

    private static @Nullable Object[] unitNomination(Awarded one, Nominee nominee) {
        Result result = nominee.result();
        return row(
                one.id(),
                CYCLE,
                one.unit(),
                one.subject().name(),
                one.unitName(),
                null,
                null,
                one.unitName(),
                one.form().name(),
                "%s xếp loại %s trong kỳ “%s” (%s), đạt %s điểm, đứng thứ %d trong khối."
                        .formatted(
                                one.unitName(),
                                result.grade().title(),
                                LastYear.NAME,
                                CYCLE,
                                result.finalScore().toPlainString().replace('.', ','),
                                result.rank()),
                LastYear.day(1, 1),
                LastYear.day(12, 31),
                null,
                LastYear.NOMINATED,
                "office",
                at(LastYear.NOMINATED),
                true);
    }

    private static @Nullable Object[] deedNomination(Awarded one, PastUnit home) {
        LocalDate deed = LastYear.day(6, 17);
        return row(
                one.id(),
                CYCLE,
                one.unit(),
                one.subject().name(),
                "Trần Thị Thanh Hòa",
                1968,
                Gender.FEMALE.name(),
                "Tổ dân phố số 4, " + home.name(),
                one.form().name(),
                "Nhặt được túi có giấy tờ và một số tiền lớn tại điểm tiếp dân, bà Trần Thị Thanh Hòa đã tìm và trả lại đầy"
                        + " đủ cho người đánh rơi; nhiều năm tự nguyện hướng dẫn người cao tuổi làm thủ tục tại bộ phận một"
                        + " cửa.",
                deed,
                deed,
                deed,
                LastYear.day(7, 1),
                home.coordinator(),
                at(LastYear.day(7, 4)),
                false);
    }

    private static @Nullable Object[] appraisal(Awarded one, @Nullable Result result) {
        return row(
                one.id(),
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                result == null ? null : result.grade().name(),
                result == null ? null : result.rank(),
                Eligibility.ELIGIBLE.name(),
                "Đủ điều kiện theo quy định.",
                one.form().name(),
                "awardOffice",
                at(LastYear.AWARDS_APPRAISED));
    }

    private void steps(List<Awarded> awarded, List<@Nullable Object[]> appraisals) {
        tables.insert(
                "nomination_confirmations",
                "nomination, members, present, in_favour, confirmed, confirmed_by, confirmed_at",
                awarded.stream()
                        .map(one -> row(one.id(), 9, 9, 9, true, headOf(one), at(LastYear.CONFIRMED)))
                        .toList());
        tables.insert(
                "nomination_consolidations",
                """
                nomination, taken_up, dossier_complete, right_subject, right_authority, no_duplicate, consolidated_by,
                consolidated_at""",
                awarded.stream()
                        .map(one -> row(one.id(), true, true, true, true, true, "office", at(LastYear.CONSOLIDATED)))
                        .toList());
        tables.insert(
                "nomination_appraisals",
                """
                nomination, round, under_discipline, under_investigation, complaint_being_verified,
                press_report_being_verified, same_achievement_awarded, civil_servant, grade, rank_in_bloc, outcome, reason,
                award_form, appraised_by, appraised_at""",
                appraisals);
        votes.write(awarded);
        decisions.write(awarded);
    }

    private static String headOf(Awarded one) {
        return Unit.keyOf(one.unit()) + "Head";
    }
}
