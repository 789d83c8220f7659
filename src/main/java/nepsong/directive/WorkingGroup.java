package nepsong.directive;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;

/**
 * A part of the inspection team that works by itself (tổ công tác).
 *
 * @param head    id of a person of the team
 * @param members ids of people of the team, the head not among them
 * @param blocs   that it looks after; empty where it looks after all of them
 * @param scope   the field that it looks after, in words; may be empty
 */
public record WorkingGroup(String name, String head, List<String> members, List<Charge> blocs, String scope) {

    private static final int WRITTEN = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * A bloc as it was proposed when the team was set up.
     *
     * @param bloc its code
     */
    public record Charge(String bloc, String name) {}

    public WorkingGroup {
        members = members.stream()
                .filter(person -> !person.equals(head))
                .distinct()
                .toList();
        blocs = List.copyOf(blocs);
    }

    /** Of no bloc in particular. */
    public WorkingGroup(String name, String head, List<String> members, String scope) {
        this(name, head, members, List.of(), scope);
    }

    /** Ids of all who are in it, the head first. */
    public Stream<String> people() {
        return Stream.concat(Stream.of(head), members.stream());
    }

    /** Before blocs could be chosen, their names were written among the fields. */
    public boolean looksAfter(Bloc bloc) {
        return blocs.stream().anyMatch(one -> one.bloc().equals(bloc.code()))
                || Pattern.compile("(^|[,;])\\s*%s\\s*($|[,;])".formatted(Pattern.quote(bloc.name())), WRITTEN)
                        .matcher(scope)
                        .find();
    }

    /** Its blocs and its field, to be read; empty where it looks after everything. */
    public String area() {
        return Stream.concat(blocs.stream().map(Charge::name), Stream.of(scope))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "));
    }

    WorkingGroup with(String member) {
        return new WorkingGroup(
                name, head, Stream.concat(members.stream(), Stream.of(member)).toList(), blocs, scope);
    }

    WorkingGroup with(Charge bloc) {
        return new WorkingGroup(
                name,
                head,
                members,
                Stream.concat(blocs.stream(), Stream.of(bloc)).toList(),
                scope);
    }
}
