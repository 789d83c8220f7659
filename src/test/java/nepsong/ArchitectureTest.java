package nepsong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nepsong.violations.EngineInTheCore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

/** What the house forbids. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nepsong");

    private static final ArchRule THE_ENGINE_STAYS_OUT_OF_THE_CORE = noClasses()
            .that()
            .resideOutsideOfPackages("nepsong.engine..", "nepsong..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("scoring, pairing and ranking are plain Java and explain themselves without an engine");

    private static final ArchRule NO_FIELD_INJECTION = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .because("a class says in its constructor what it needs");

    private static final ArchRule REPOSITORIES_HIDE = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should()
            .notBePublic()
            .because("stages meet at interfaces, not at SQL");

    @Test
    void theEngineStaysOutOfTheCore() {
        THE_ENGINE_STAYS_OUT_OF_THE_CORE.check(HOUSE);
    }

    @Test
    void nothingIsInjectedIntoAField() {
        NO_FIELD_INJECTION.check(HOUSE);
    }

    @Test
    void repositoriesHideBehindTheirInterface() {
        REPOSITORIES_HIDE.check(HOUSE);
    }

    @Test
    void stagesKeepTheirTreaties() {
        ApplicationModules.of(NepsongApplication.class).verify();
    }

    /** What does not fit on some screens is two things. */
    @Test
    void noClassIsLongerThanTwoHundredLines() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> files =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(files).hasSizeGreaterThan(500);
            assertThat(files).allSatisfy(file -> assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .hasSizeLessThanOrEqualTo(200));
        }
    }

    @Test
    void theRulesSeeTheHouseAndCanFail() {
        assertThat(HOUSE.size()).isGreaterThan(50);
        JavaClasses violation = new ClassFileImporter().importClasses(EngineInTheCore.class);
        assertThatThrownBy(() -> THE_ENGINE_STAYS_OUT_OF_THE_CORE.check(violation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("EngineInTheCore");
        assertThatThrownBy(() -> NO_FIELD_INJECTION.check(violation)).isInstanceOf(AssertionError.class);
    }
}
