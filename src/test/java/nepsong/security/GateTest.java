package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.Principal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.violations.UnaskedUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A route that names a unit or a task asks who is there, and what answers it comes past one of the few places that know
 * whose a unit or a task is. Reads the calls of our classes only; that the places answer rightly, UnitWallTest shows.
 */
class GateTest {

    /** By what a route names: who knows whose it is. */
    private static final Map<String, Set<String>> GATES = Map.of(
            "unit", Set.of("nepsong.organisation.Groups.areAt"),
            "task",
                    Set.of(
                            "nepsong.engine.OpenTasks.find",
                            "nepsong.engine.OpenTasks.of",
                            "nepsong.engine.Inbox.places",
                            "nepsong.reminder.DueTasks.of",
                            "nepsong.delegation.DelegatedActs.behind"));

    /** For those who watch over all units, and nobody else: the routes' roles say so (RoleMatrixTest). */
    private static final String WATCHERS = "/(progress|audit|api/audit)(/.*)?";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nepsong");

    private record Route(JavaMethod method, String path, String names) {

        /** Null where the wall stands. */
        String hole() {
            if (method.getMethodCallsFromSelf().stream()
                    .noneMatch(call -> call.getTargetOwner().isAssignableTo(Principal.class)
                            && call.getName().equals("getName"))) {
                return path + " asks nobody who they are";
            }
            Set<String> reached = reachedBy(method);
            return GATES.get(names).stream().anyMatch(reached::contains)
                    ? null
                    : path + " does not ask whose the " + names + " is";
        }
    }

    @Test
    void everyRouteThatNamesAUnitOrATaskAsksWhoseItIs() {
        List<Route> routes = HOUSE.stream().flatMap(GateTest::routes).toList();

        assertThat(routes).extracting(Route::names).contains("unit", "task");
        assertThat(routes).hasSizeGreaterThanOrEqualTo(18);
        assertThat(routes.stream().map(Route::hole).filter(hole -> hole != null))
                .isEmpty();
    }

    @Test
    void aRouteThatAsksNobodyIsSeen() {
        JavaClass violation =
                new ClassFileImporter().importClasses(UnaskedUnit.class).get(UnaskedUnit.class);

        assertThat(routes(violation).map(Route::hole).filter(hole -> hole != null))
                .containsExactlyInAnyOrder(
                        "/violations/units/{unit} asks nobody who they are",
                        "/violations/list does not ask whose the unit is",
                        "/violations/tasks/{task} does not ask whose the task is");
        assertThat(routes(violation)).hasSize(4);
    }

    /** Those that name a unit or a task, in their path or beside it. */
    private static Stream<Route> routes(JavaClass type) {
        return type.getMethods().stream().flatMap(method -> {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
            String path = mapping == null ? "" : path(type) + String.join("", mapping.path());
            return path.isEmpty() || path.matches(WATCHERS)
                    ? Stream.empty()
                    : GATES.keySet().stream()
                            .filter(thing -> names(method.reflect(), thing))
                            .map(thing -> new Route(method, path, thing));
        });
    }

    private static String path(JavaClass type) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(type.reflect(), RequestMapping.class);
        return mapping == null ? "" : String.join("", mapping.path());
    }

    private static boolean names(Method method, String thing) {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).anyMatch(thing::equals);
    }

    /** Whatever is called on the way, by whichever class implements what is called. */
    private static Set<String> reachedBy(JavaMethod begin) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(begin));
        Set<String> reached = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (JavaCodeUnit called : calledBy(open.pop(), reached)) {
                if (seen.add(called)) {
                    open.push(called);
                }
            }
        }
        return reached;
    }

    private static Set<JavaCodeUnit> calledBy(JavaCodeUnit caller, Set<String> reached) {
        return Stream.concat(
                        caller.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                        caller.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .filter(target -> target.getOwner().getPackageName().startsWith("nepsong"))
                .flatMap(target -> {
                    reached.add(target.getOwner().getName() + "." + target.getName());
                    JavaClass owner = HOUSE.contain(target.getOwner().getName())
                            ? HOUSE.get(target.getOwner().getName())
                            : target.getOwner();
                    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                            .flatMap(type -> type.getMethods().stream())
                            .filter(method -> method.getName().equals(target.getName()));
                })
                .collect(Collectors.toSet());
    }
}
