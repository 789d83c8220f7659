package nepsong.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NominationPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 11, 20);
    private static final Achievement DEED =
            new Achievement("Việc tốt", TODAY.minusDays(30), TODAY, TODAY.minusDays(3), "https://bao.example/viec-tot");

    @Test
    void aDeedOfAnAdultWithConsentIsTakenIn() {
        assertThat(judge(1980, DEED, TODAY, true)).isEmpty();
        assertThat(judge(null, DEED, null, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2009, true", "2008, false", "1913, false", "1912, true"})
    void theNominatedAreBetweenFifteenAndAHundredAndTen(int born, boolean refused) {
        assertThat(judge(born, DEED, null, false))
                .extracting(Refusal::field)
                .isEqualTo(refused ? List.of("birthYear") : List.of());
    }

    @Test
    void theTimeEndsAfterItBegan() {
        Achievement backwards = new Achievement("Việc tốt", TODAY, TODAY.minusDays(1), null, null);
        assertThat(judge(null, backwards, null, false))
                .extracting(Refusal::field)
                .containsExactly("periodTo");
    }

    @Test
    void nothingThatIsToldOfLiesInTheFuture() {
        LocalDate tomorrow = TODAY.plusDays(1);
        Achievement toCome = new Achievement("Việc tốt", tomorrow, tomorrow, tomorrow, null);
        assertThat(judge(null, toCome, tomorrow, true))
                .extracting(Refusal::field)
                .containsExactly("periodFrom", "deedDate", "consentOn");
    }

    @Test
    void whoAgreedDidSoOnADay() {
        assertThat(judge(null, DEED, null, true)).extracting(Refusal::field).containsExactly("consentOn");
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "ftp://bao.example", "bao.example"})
    void aLinkLeadsToAPage(String link) {
        Achievement linked = new Achievement("Việc tốt", TODAY, TODAY, null, link);
        assertThat(judge(null, linked, null, false)).extracting(Refusal::field).containsExactly("pressLink");
    }

    private static List<Refusal> judge(
            @Nullable Integer born, Achievement achievement, @Nullable LocalDate consentOn, boolean consent) {
        Nomination nomination = Nomination.fresh(
                null,
                "q-ba-dinh",
                new Subject(SubjectType.PERSON, "Lê Thị Mai", born, null, "Phường Ngọc Hà"),
                AwardForm.COMMENDATION_LETTER,
                achievement,
                consentOn,
                "lan",
                Instant.EPOCH);
        return NominationPolicy.judge(nomination, consent, TODAY);
    }
}
