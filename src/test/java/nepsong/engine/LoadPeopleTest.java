package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import nepsong.ProcessTest;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.People;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.Person;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of people becomes logins with roles, or changes nothing. */
@ProcessTest
class LoadPeopleTest {

    private static final String HEADER = "login,name,email,roles,phone,position,unit,agency\n";

    private final LoadPeople loading;
    private final DemonstrationPeople demonstration;
    private final People people;
    private final PeopleChanges changes;
    private final IdentityService identities;

    @Autowired
    LoadPeopleTest(
            LoadPeople loading,
            DemonstrationPeople demonstration,
            People people,
            PeopleChanges changes,
            IdentityService identities) {
        this.loading = loading;
        this.demonstration = demonstration;
        this.people = people;
        this.changes = changes;
        this.identities = identities;
    }

    /** Other tests count who is at a unit. */
    @AfterEach
    void theyGoAgain() {
        identities.deleteUser("nvan");
        changes.tell();
    }

    @Test
    void newPeopleCanLogInWithThePasswordThatIsToldAndKnownOnesKeepTheirs() {
        demonstration.seed(Map.of("q-ba-dinh", "Quận Ba Đình"));
        String line = "nvan,Nguyễn Văn An,an@example.org,coordinator inspector,0912345678,Chuyên viên,q-ba-dinh,\n";

        LoadPeople.Loaded loaded = load(line);

        assertThat(loaded.outcome().rows()).isEqualTo(1);
        String password = loaded.passwords().get("nvan");
        assertThat(identities.checkPassword("nvan", password)).isTrue();
        assertThat(people.groupsOf("nvan"))
                .containsExactlyInAnyOrder("coordinatorAtqbadinh", "inspectorAtqbadinh", "staff");
        assertThat(people.find("nvan"))
                .contains(new Person(
                        "nvan", "Nguyễn Văn An", "an@example.org", "0912345678", "Chuyên viên", "q-ba-dinh", null));

        assertThat(load(line.replace("coordinator inspector", "head;secretaries")
                                .replace("Văn An", "Văn Bình"))
                        .passwords())
                .isEmpty();
        assertThat(identities.checkPassword("nvan", password)).isTrue();
        assertThat(people.groupsOf("nvan")).containsExactlyInAnyOrder("headAtqbadinh", "secretaries", "staff");
        assertThat(people.find("nvan").map(Person::name)).contains("Nguyễn Văn Bình");
    }

    @Test
    void aUnitThatNobodyHadARoleAtGetsItsRoles() {
        demonstration.seed(Map.of());

        assertThat(load("nvan,Nguyễn Văn An,an@example.org,head,,,p-cua-nam,\n")
                        .outcome()
                        .errors())
                .isEmpty();

        assertThat(people.groupsOf("nvan")).containsExactlyInAnyOrder("headAtpcuanam", "staff");
    }

    @Test
    void aFileWithOneErrorChangesNothingAndNamesLineAndColumn() {
        demonstration.seed(Map.of());
        LoadPeople.Loaded loaded = load(
                """
                goodone,Trần Thị Hoa,hoa@example.org,appraisers,,,,
                bad-one,Hoa,hoa@,coordinator king,12,,,
                admin,Quản Trị,a@example.org,managers,,,,
                goodone,Trần Thị Hoa,hoa@example.org,appraisers,,,,
                other,Lê Văn Tư,tu@example.org,head,,,q-nowhere,
                """);

        assertThat(loaded.outcome().errors())
                .extracting(FileError::line, FileError::column)
                .containsExactlyInAnyOrder(
                        tuple(3, "login"),
                        tuple(3, "name"),
                        tuple(3, "email"),
                        tuple(3, "phone"),
                        tuple(3, "unit"),
                        tuple(3, "roles"),
                        tuple(4, "login"),
                        tuple(5, "login"),
                        tuple(6, "unit"));
        assertThat(loaded.passwords()).isEmpty();
        assertThat(people.find("goodone")).isEmpty();
    }

    private LoadPeople.Loaded load(String lines) {
        return loading.load((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Tuple tuple(long line, String column) {
        return Tuple.tuple(line, column);
    }
}
