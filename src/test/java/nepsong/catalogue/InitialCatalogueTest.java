package nepsong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nepsong.organisation.Blocs;
import nepsong.organisation.LoadUnits;
import nepsong.organisation.TestDatabase;
import nepsong.organisation.Unit;
import nepsong.organisation.UnitKind;
import nepsong.organisation.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

class InitialCatalogueTest {

    private final DataSource database = TestDatabase.freshSource();
    private final AnnotationConfigApplicationContext context = start();

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void theFirstStartFillsTheTables() {
        Units units = context.getBean(Units.class);
        assertThat(units.validOn(LocalDate.of(2023, 1, 1))).hasSize(49);
        assertThat(units.validOn(LocalDate.of(2026, 1, 1))).hasSize(143);
        Blocs blocs = context.getBean(Blocs.class);
        assertThat(blocs.validOn(LocalDate.of(2023, 1, 1)).keySet())
                .containsAll(units.validOn(LocalDate.of(2023, 1, 1)).stream()
                        .map(Unit::code)
                        .toList());
        assertThat(blocs.validOn(LocalDate.of(2026, 1, 1)).keySet())
                .containsAll(units.validOn(LocalDate.of(2026, 1, 1)).stream()
                        .map(Unit::code)
                        .toList());
        assertThat(context.getBean(Checklists.class).version(1).criteria()).hasSize(56);
        assertThat(context.getBean(Themes.class).newestVersion()).isEqualTo(1);
    }

    @Test
    void laterStartsLoadNothingAgain() {
        try (var second = start()) {
            assertThat(second.getBean(Checklists.class).published()).hasSize(1);
            assertThat(second.getBean(Themes.class).newestVersion()).isEqualTo(1);
        }
    }

    @Test
    void bothCodesOfConductAreInForce() {
        assertThat(context.getBean(CodesOfConduct.class).validOn(LocalDate.of(2026, 1, 1)))
                .extracting(CodeOfConduct::number)
                .containsExactly("522/QĐ-UBND", "1665/QĐ-UBND");
        assertThat(context.getBean(CodesOfConduct.class).validOn(LocalDate.of(2017, 2, 1)))
                .extracting(CodeOfConduct::set)
                .containsExactly(CriteriaSet.WORKPLACE);
    }

    @Test
    void everyKindOfUnitHasWeightsThatAddUpToOne() {
        Map<String, Map<CriteriaSet, BigDecimal>> weights =
                context.getBean(Weights.class).byKind();

        assertThat(weights.values())
                .allSatisfy(sets -> assertThat(sets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo("1"));
        assertThat(weights).containsOnlyKeys(UnitKind.titles().keySet());
        assertThat(List.of("district", "town", "rural-district", "department"))
                .allSatisfy(kind -> assertThat(weights.get(kind)).containsOnlyKeys(CriteriaSet.WORKPLACE));
        assertThat(List.of("ward", "commune"))
                .allSatisfy(kind -> assertThat(weights.get(kind).get(CriteriaSet.PUBLIC_PLACE))
                        .isEqualByComparingTo("0.5"));
        assertThat(weights.get("department-with-public-places").get(CriteriaSet.PUBLIC_PLACE))
                .isEqualByComparingTo("0.3");
        assertThat(context.getBean(Units.class).validOn(LocalDate.of(2026, 1, 1)))
                .allSatisfy(unit -> assertThat(weights).containsKey(unit.kind()));
        assertThat(context.getBean(Units.class).validOn(LocalDate.of(2023, 1, 1)))
                .allSatisfy(unit -> assertThat(weights).containsKey(unit.kind()));
    }

    @Test
    void theParametersAreWhatThePlainTestsTakeThemFor() {
        assertThat(context.getBean(Parameters.class).current().values())
                .hasSameSizeAs(Parameter.values())
                .allSatisfy((parameter, value) -> assertThat(value)
                        .isEqualByComparingTo(UsualParameters.values().get(parameter)));
    }

    @Test
    void aFailureHalfwayUndoesTheWholeFile() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("alter table units add constraint broken check (name <> 'Xã Hỏng')")
                .update();
        String file =
                """
                code,kind,name_vi,name_en,area,valid_from
                x-moi,commune,Xã Mới,Moi Commune,Hà Nội,2026-01-01
                x-hong,commune,Xã Hỏng,Hong Commune,Hà Nội,2026-01-01
                """;

        assertThatThrownBy(() -> context.getBean(LoadUnits.class).load(file.getBytes(UTF_8)))
                .isInstanceOf(DataAccessException.class);

        assertThat(context.getBean(Units.class).find("x-moi")).isEmpty();
    }

    private AnnotationConfigApplicationContext start() {
        var started = new AnnotationConfigApplicationContext();
        started.registerBean(DataSource.class, () -> database);
        started.register(Settings.class);
        started.refresh();
        return started;
    }

    // No @Configuration: the scan of the whole application must not find it.
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"nepsong.catalogue", "nepsong.organisation"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(\\.web\\..*|UnitFiles|ChangeCalendar|ChangeParameter|LoadCatalogue|LoadPeople|JdbcErasedPeople|RegistryNames|Test.*)"))
    static class Settings {

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
