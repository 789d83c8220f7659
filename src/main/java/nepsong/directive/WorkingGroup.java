package nepsong.directive;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the inspection team that works by itself (tổ công tác).
 *
 * @param head    id of a person of the team
 * @param members ids of people of the team, the head not among them
 * @param scope   the blocs or the field that it looks after; may be empty
 */
public record WorkingGroup(String name, String head, List<String> members, String scope) {

    public WorkingGroup {
        members = members.stream()
                .filter(person -> !person.equals(head))
                .distinct()
                .toList();
    }

    WorkingGroup with(String member) {
        return new WorkingGroup(
                name, head, Stream.concat(members.stream(), Stream.of(member)).toList(), scope);
    }
}
