package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;

/** Criteria and answers for the tests of the scoring rules. */
final class Cards {

    static final String GOOD_REASON = "Đơn vị không tổ chức tiếp dân tại trụ sở";

    private Cards() {}

    static Criterion criterion(String code, String max, boolean mayBeNotApplicable) {
        return new Criterion(
                code,
                CriteriaSet.WORKPLACE,
                code.substring(0, 1),
                "Nhóm",
                "Tiêu chí",
                "Criterion",
                new BigDecimal(max),
                "LEVEL",
                "Văn bản",
                mayBeNotApplicable ? "Khi không có" : null);
    }

    static Answer scored(String code, String score) {
        return Answer.scored(code, new BigDecimal(score));
    }

    static List<Criterion> randomCriteria(Random random) {
        List<Criterion> criteria = new ArrayList<>();
        int count = random.nextInt(12);
        for (int number = 0; number < count; number++) {
            BigDecimal max = BigDecimal.valueOf(1 + random.nextInt(60), 0).multiply(new BigDecimal("0.25"));
            char group = (char) ('A' + random.nextInt(6));
            criteria.add(criterion("" + group + number, max.toPlainString(), random.nextBoolean()));
        }
        return criteria;
    }

    /** Mostly good answers, with every kind of nonsense among them. */
    static List<Answer> randomAnswers(List<Criterion> criteria, Random random) {
        List<Answer> answers = new ArrayList<>();
        for (Criterion criterion : criteria) {
            int copies = random.nextInt(20) == 0 ? random.nextInt(3) : 1;
            for (int copy = 0; copy < copies; copy++) {
                answers.add(randomAnswer(criterion, random));
            }
        }
        if (random.nextInt(10) == 0) {
            answers.add(scored("Z9", "1"));
        }
        return answers;
    }

    private static Answer randomAnswer(Criterion criterion, Random random) {
        int steps = criterion.max().movePointRight(2).intValueExact() / 25;
        return switch (random.nextInt(12)) {
            case 0 -> Answer.notApplicable(criterion.code(), "ngắn");
            case 1 -> Answer.notApplicable(criterion.code(), null);
            case 2, 3 -> Answer.notApplicable(criterion.code(), GOOD_REASON);
            case 4 -> Answer.scored(criterion.code(), null);
            case 5 -> Answer.scored(criterion.code(), nonsense(random));
            default ->
                Answer.scored(
                        criterion.code(),
                        BigDecimal.valueOf(random.nextInt(steps + 1) * 25L, 2).setScale(2 + random.nextInt(3)));
        };
    }

    private static BigDecimal nonsense(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new BigDecimal("-0.25");
            case 1 -> new BigDecimal("1E+999999999");
            case 2 -> new BigDecimal("1E-999999999");
            case 3 -> new BigDecimal("0.1");
            case 4 -> new BigDecimal("0E+999999999");
            default -> new BigDecimal("99.75");
        };
    }
}
