package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.commendation.AwardForm;
import nepsong.commendation.NominationState;
import nepsong.commendation.SubjectType;
import nepsong.progress.Column.Kind;

/** The way of the nominations to their award. */
final class NominationListings {

    /** Follows {@link NominationState}: the last answer that a nomination has had, unless its cycle was stopped before. */
    private static final String NOMINATIONS =
            """
            select m.*, case when m.withdrawn_at is not null and m.reached not in (%s) then 'WITHDRAWN'
                             else m.reached end as state
            from (
            select n.id, n.cycle, n.unit, u.name as unit_name, n.name, n.subject_type, w.withdrawn_at,
                   coalesce(a.award_form, n.award_form) as award, n.proposed_at, d.issued_on, p.awarded_on,
                   case when p.awarded_on is not null then 'AWARDED'
                        when d.signed is not null then case when d.signed then 'SIGNED' else 'NOT_SIGNED' end
                        when v.passed is not null then case when v.passed then 'PASSED' else 'NOT_PASSED' end
                        when a.outcome in ('ELIGIBLE', 'DOWNGRADED') then 'VOTING'
                        when a.outcome = 'ON_HOLD' then 'ON_HOLD'
                        when a.outcome = 'SUPPLEMENT' then 'TO_SUPPLEMENT'
                        when a.outcome = 'REFUSED' then 'INELIGIBLE'
                        when k.taken_up is not null then case when k.taken_up then 'TAKEN_UP' else 'NOT_TAKEN_UP' end
                        when c.confirmed is not null then case when c.confirmed then 'CONFIRMED' else 'NOT_CONFIRMED' end
                        else 'PROPOSED' end as reached,
                   concat_ws(' · ', c.reason, k.reason,
                             (select string_agg(x.reason, ' · ' order by x.round) from nomination_appraisals x
                              where x.nomination = n.id),
                             v.reason, d.reason) as reason
            from nominations n
                 left join units u on u.code = n.unit
                 left join cycles w on w.code = n.cycle
                 left join nomination_confirmations c on c.nomination = n.id
                 left join nomination_consolidations k on k.nomination = n.id
                 left join nomination_appraisals a on a.nomination = n.id
                      and a.round = (select max(x.round) from nomination_appraisals x where x.nomination = n.id)
                 left join nomination_vote_results v on v.nomination = n.id
                 left join award_decisions d on d.nomination = n.id
                 left join award_publications p on p.nomination = n.id
            where %s) m
            """;

    private static final String FINAL = Stream.of(NominationState.values())
            .filter(NominationState::isFinal)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String OF_CYCLE = NOMINATIONS.formatted(FINAL, "n.cycle = :cycle");

    /** Good people are proposed all year round, whether a cycle runs or not. */
    private static final String OUTSIDE = NOMINATIONS.formatted(FINAL, "n.cycle is null");

    private NominationListings() {}

    static List<Listing> all() {
        return List.of(
                nominations(
                        "nominations",
                        "Hồ sơ khen thưởng",
                        "Mỗi dòng là một tập thể hoặc cá nhân được đề nghị khen thưởng trong kỳ.",
                        OF_CYCLE),
                nominations(
                        "nominations-outside",
                        "Hồ sơ khen thưởng quanh năm",
                        "Mỗi dòng là một tập thể hoặc cá nhân được đề nghị khen thưởng ngoài các kỳ kiểm tra, từ trước đến nay.",
                        OUTSIDE),
                awards(),
                states());
    }

    private static Listing nominations(String name, String title, String explanation, String sql) {
        return new Listing(
                name,
                title,
                explanation,
                List.of(
                        Column.unit(),
                        text("name", "Được đề nghị"),
                        code("subject_type", "Đối tượng", subjects()),
                        code("award", "Hình thức", awardNames()),
                        code("state", "Đang ở bước", stateNames()),
                        of("reason", "Lý do, nhận xét", Kind.NOTE),
                        of("proposed_at", "Đề nghị lúc", Kind.MOMENT),
                        of("issued_on", "Quyết định ngày", Kind.DAY),
                        of("awarded_on", "Trao ngày", Kind.DAY),
                        hidden("unit")),
                sql,
                "proposed_at, id");
    }

    /** As it goes with the decisions: what was signed, with what money, and how far it was heard. */
    private static Listing awards() {
        return new Listing(
                "awards",
                "Danh sách khen thưởng",
                "Mỗi dòng là một tập thể, cá nhân hoặc hộ gia đình được Thành phố quyết định khen thưởng trong kỳ.",
                List.of(
                        Column.unit(),
                        text("name", "Được khen"),
                        code("subject_type", "Đối tượng", subjects()),
                        code("award", "Hình thức", awardNames()),
                        text("decision", "Quyết định"),
                        of("issued_on", "Ngày", Kind.DAY),
                        text("votes", "Phiếu đồng ý"),
                        of("thousands", "Tiền thưởng (nghìn đồng)", Kind.COUNT),
                        of("awarded_on", "Trao ngày", Kind.DAY),
                        of("audience", "Lượt tiếp cận", Kind.COUNT),
                        hidden("unit")),
                """
                select n.id, n.unit, u.name as unit_name, n.name, n.subject_type,
                       coalesce(a.award_form, n.award_form) as award, d.issued_on, d.document_number,
                       cast(d.document_number as varchar(10)) || '/' || d.document_symbol as decision,
                       cast(v.in_favour as varchar(10)) || '/' || cast(v.members as varchar(10)) as votes,
                       d.prize_money / 1000 as thousands, p.awarded_on, p.reached as audience
                from award_decisions d
                     join nominations n on n.id = d.nomination
                     left join units u on u.code = n.unit
                     left join nomination_appraisals a on a.nomination = n.id
                          and a.round = (select max(x.round) from nomination_appraisals x where x.nomination = n.id)
                     left join nomination_vote_results v on v.nomination = n.id
                     left join award_publications p on p.nomination = n.id
                where d.signed = true and n.cycle = :cycle
                """,
                "issued_on, document_number, id");
    }

    private static Listing states() {
        String steps = IntStream.range(0, NominationState.values().length)
                .mapToObj(at -> "('%s', %d)".formatted(NominationState.values()[at].name(), at))
                .collect(Collectors.joining(", "));
        return new Listing(
                "nomination-states",
                "Hồ sơ khen thưởng theo bước",
                "Mỗi dòng là một bước trên đường đến quyết định khen thưởng: bao nhiêu hồ sơ của kỳ và bao nhiêu hồ sơ ngoài các kỳ đang dừng ở đó.",
                List.of(
                        code("state", "Bước", stateNames()).to("/progress/{cycle}/tables/nominations?state={state}"),
                        of("nominations", "Số hồ sơ", Kind.COUNT)
                                .to("/progress/{cycle}/tables/nominations?state={state}"),
                        of("outside", "Ngoài kỳ, quanh năm", Kind.COUNT)
                                .to("/progress/{cycle}/tables/nominations-outside?state={state}")),
                """
                select s.state, s.position, count(a.cycle) as nominations, count(a.id) - count(a.cycle) as outside
                from (values %s) s(state, position)
                     left join (select x.state, x.id, x.cycle from (%s) x union all
                                select x.state, x.id, x.cycle from (%s) x) a on a.state = s.state
                group by s.state, s.position
                """
                        .formatted(steps, OF_CYCLE, OUTSIDE),
                "position");
    }

    private static Map<String, String> stateNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(NominationState.values()).forEach(state -> names.put(state.name(), state.title()));
        return names;
    }

    private static Map<String, String> awardNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(AwardForm.values()).forEach(award -> names.put(award.name(), award.title()));
        return names;
    }

    private static Map<String, String> subjects() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(SubjectType.values()).forEach(subject -> names.put(subject.name(), subject.title()));
        return names;
    }
}
