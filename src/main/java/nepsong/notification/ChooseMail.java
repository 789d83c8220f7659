package nepsong.notification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nepsong.organisation.OneAtATime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says, kind by kind, how they want to be told. */
@Component
public class ChooseMail {

    private final MailChoices choices;
    private final OneAtATime turns;

    ChooseMail(MailChoices choices, OneAtATime turns) {
        this.choices = choices;
        this.turns = turns;
    }

    /** Returns why not, in Vietnamese; empty when it is so. A kind that is not named stays as it was. */
    @Transactional
    public Optional<String> choose(String person, Map<MailKind, MailWay> chosen) {
        for (Map.Entry<MailKind, MailWay> one : chosen.entrySet()) {
            if (!one.getKey().ways().contains(one.getValue())) {
                return Optional.of(
                        one.getValue() == MailWay.NEVER
                                ? "“" + one.getKey().label() + "” là thư bắt buộc, không tắt được."
                                : "“" + one.getKey().label() + "” không nhận được theo cách “"
                                        + one.getValue().label() + "”.");
            }
        }
        turns.forPeople(person);
        Map<MailKind, MailWay> ways = new EnumMap<>(choices.of(person));
        ways.putAll(chosen);
        choices.save(person, ways);
        return Optional.empty();
    }
}
