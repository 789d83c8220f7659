package nepsong.privacy;

import java.util.Locale;
import java.util.Optional;
import nepsong.organisation.Person;
import nepsong.organisation.TypedText;

/** Why somebody's data is taken out or erased goes into the trail for ever: so it must not tell who it was. */
final class ReasonPolicy {

    static final String FIELD = "reason";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private ReasonPolicy() {}

    static Optional<String> refusal(Person person, String reason) {
        int length = TypedText.length(reason);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("Lý do dài từ 10 đến 1.000 ký tự");
        }
        String typed = reason.toLowerCase(Locale.ROOT);
        boolean tells =
                PersonalWords.of(person).stream().anyMatch(word -> typed.contains(word.toLowerCase(Locale.ROOT)));
        return tells
                ? Optional.of(
                        "Lý do không được có họ tên, thư điện tử hay điện thoại của người này: nhật ký giữ lý do mãi mãi")
                : Optional.empty();
    }
}
