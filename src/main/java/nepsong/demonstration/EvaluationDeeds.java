package nepsong.demonstration;

import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.demonstration.PastAwards.Awarded;
import nepsong.organisation.Unit;

/** The tasks of the finished cycle from the appraisal to the awards. */
final class EvaluationDeeds {

    private final PastDeeds deeds;

    EvaluationDeeds(PastDeeds deeds) {
        this.deeds = deeds;
    }

    EvaluationDeeds evaluation(List<Bloc> blocs, List<PastUnit> units) {
        String key = "evaluation";
        String of = " – " + LastYear.NAME;
        blocs.forEach(bloc -> deeds.central(
                key,
                "appraise",
                "Thẩm định, xếp loại – " + bloc.name(),
                "appraiser1",
                LastYear.day(7, 4),
                10,
                LastYear.APPRAISED));
        deeds.central(
                key, "draftReport", "Soạn dự thảo báo cáo" + of, "secretary", LastYear.APPRAISED, 7, LastYear.REPORTED);
        LastYear.TEAM_MEMBERS.forEach(member -> deeds.central(
                key, "giveOpinion", "Góp ý dự thảo báo cáo" + of, member, LastYear.REPORTED, 5, LastYear.REMARKED));
        deeds.central(
                key,
                "answerOpinions",
                "Tiếp thu, giải trình ý kiến" + of,
                "secretary",
                LastYear.REMARKED,
                5,
                LastYear.ANSWERED);
        deeds.central(
                key,
                "callConference",
                "Mời họp Hội nghị đánh giá" + of,
                "secretary",
                LastYear.ANSWERED,
                3,
                LastYear.INVITED);
        deeds.central(
                key,
                "holdConference",
                "Hội nghị đánh giá, rút kinh nghiệm" + of,
                "secretary",
                LastYear.INVITED,
                15,
                LastYear.CONFERENCE);
        deeds.central(key, "publish", "Công bố kết quả" + of, "director", LastYear.CONFERENCE, 7, LastYear.PUBLISHED);
        units.forEach(unit -> deeds.add(
                "appeal",
                unit.code(),
                0,
                "considerResult",
                "Xem kết quả, đề nghị xem xét lại – " + unit.name(),
                unit.head(),
                LastYear.PUBLISHED,
                5,
                LastYear.APPEALED));
        return this;
    }

    EvaluationDeeds awards(List<Awarded> awarded) {
        deeds.central(
                "inspection-cycle",
                "selectNominees",
                "Chọn đơn vị đề nghị khen thưởng – kỳ " + LastYear.CYCLE,
                "office",
                LastYear.CONCLUDED,
                5,
                LastYear.NOMINATED);
        int copy = 0;
        for (Awarded one : awarded) {
            commendation(one, copy++);
        }
        return this;
    }

    private void commendation(Awarded one, int copy) {
        String key = "commendation";
        String of = " – " + one.unitName();
        String unit = one.unit();
        String head = Unit.keyOf(unit) + "Head";
        deeds.add(
                key,
                unit,
                copy,
                "confirmByUnit",
                "Hội đồng đơn vị xác nhận" + of,
                head,
                LastYear.NOMINATED,
                5,
                LastYear.CONFIRMED);
        deeds.add(
                key,
                unit,
                copy,
                "consolidate",
                "Tổng hợp hồ sơ khen thưởng" + of,
                "office",
                LastYear.CONFIRMED,
                5,
                LastYear.CONSOLIDATED);
        deeds.add(
                key,
                unit,
                copy,
                "appraise",
                "Thẩm định hồ sơ khen thưởng" + of,
                "awardOffice",
                LastYear.CONSOLIDATED,
                10,
                LastYear.AWARDS_APPRAISED);
        LastYear.COUNCIL.forEach(member -> deeds.add(
                key,
                unit,
                copy,
                "vote",
                "Bỏ phiếu khen thưởng" + of,
                member,
                LastYear.AWARDS_APPRAISED,
                5,
                LastYear.VOTED));
        deeds.add(
                key,
                unit,
                copy,
                "decide",
                "Quyết định khen thưởng" + of,
                "cityLeader",
                LastYear.VOTED,
                5,
                LastYear.AWARDED);
        deeds.add(
                key,
                unit,
                copy,
                "publish",
                "Trao thưởng, lan tỏa" + of,
                "office",
                LastYear.AWARDED,
                10,
                LastYear.CELEBRATED);
    }
}
