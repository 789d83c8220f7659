package nepsong;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import nepsong.violations.DangerousFeatures;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Parts of our libraries with published vulnerabilities, and such as make code of a text: nobody uses them. */
class DangerousFeaturesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nepsong");

    /** What the engine makes of our models it makes here. */
    private static final String THE_GUARD = "nepsong\\.engine\\.(GuardedExpressions|OnlyFeelAndJuel)(\\$.*)?";

    private record Ban(String name, ArchRule rule, List<Class<?>> violations) {}

    private static final List<Ban> BANS = List.of(
            types("XSLT", "org\\.springframework\\.web\\.servlet\\.view\\.xslt\\..*", DangerousFeatures.Xslt.class),
            types("file names as views", ".*\\.UrlFilenameViewController", DangerousFeatures.FileNames.class),
            types("RSocket", ".*\\.rsocket\\..*", DangerousFeatures.Sockets.class),
            types("SpEL", "org\\.springframework\\.expression\\..*", DangerousFeatures.Spel.class),
            types("escaped Errors", ".*\\.EscapedErrors", DangerousFeatures.Escaped.class),
            calls(
                    "escaped Errors of the context",
                    "getErrors",
                    ".*\\.RequestContext",
                    DangerousFeatures.EscapedByContext.class),
            types("WebAuthn", ".*(\\.webauthn\\.|WebAuthn).*", DangerousFeatures.Keys.class),
            calls(
                    "expressions made of text",
                    "createExpression",
                    ".*ExpressionManager",
                    DangerousFeatures.Expressions.class),
            types("templates made of text", ".*\\.StringTemplateResolver", DangerousFeatures.Templates.class),
            calls(
                    "default typing",
                    "(enable|activate|set)DefaultTyping.*",
                    ".*\\.(ObjectMapper|JsonMapper.*|MapperBuilder)",
                    DangerousFeatures.Typing.class),
            new Ban(
                    "types that the text names",
                    noClasses()
                            .should()
                            .beAnnotatedWith(describe(
                                    "JsonTypeInfo by class",
                                    (JavaAnnotation<?> annotation) ->
                                            annotation.getRawType().isEquivalentTo(JsonTypeInfo.class)
                                                    && annotation
                                                            .get("use")
                                                            .map(String::valueOf)
                                                            .orElse("")
                                                            .matches(".*CLASS.*"))),
                    List.of(DangerousFeatures.NamesItsClass.class)),
            types("serialized objects", "java\\.io\\.ObjectInputStream", DangerousFeatures.Serialized.class),
            calls("scripts", "eval|compile|getEngineBy.*", "javax\\.script\\..*", DangerousFeatures.Scripts.class));

    @TestFactory
    Stream<DynamicTest> nobodyUses() {
        return BANS.stream()
                .map(ban -> DynamicTest.dynamicTest(ban.name(), () -> ban.rule().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleCanFailOf() {
        return BANS.stream()
                .map(ban -> DynamicTest.dynamicTest(ban.name(), () -> {
                    JavaClasses guilty = new ClassFileImporter().importClasses(ban.violations());
                    assertThatThrownBy(() -> ban.rule().check(guilty)).isInstanceOf(AssertionError.class);
                }));
    }

    private static Ban types(String name, String pattern, Class<?> violation) {
        return new Ban(
                name,
                noClasses()
                        .that()
                        .haveNameNotMatching(THE_GUARD)
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(pattern),
                List.of(violation));
    }

    /** Calls by the name of the method; the owner may be any subtype. */
    private static Ban calls(String name, String method, String owner, Class<?> violation) {
        return new Ban(
                name,
                noClasses()
                        .that()
                        .haveNameNotMatching(THE_GUARD)
                        .should()
                        .callMethodWhere(describe(
                                owner + "." + method,
                                (JavaMethodCall call) ->
                                        call.getTarget().getName().matches(method) && isOf(call, owner))),
                List.of(violation));
    }

    private static boolean isOf(JavaCall<?> call, String owner) {
        JavaClass type = call.getTargetOwner();
        return type.getName().matches(owner)
                || type.getAllRawSuperclasses().stream()
                        .anyMatch(above -> above.getName().matches(owner));
    }
}
