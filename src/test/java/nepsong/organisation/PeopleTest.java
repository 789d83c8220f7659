package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTest {

    private final JdbcClient jdbc = TestDatabase.fresh();
    private final JdbcPeople people = new JdbcPeople(jdbc);

    @BeforeEach
    void theEnginesIdentityTables() {
        jdbc.sql(
                        "create table ACT_ID_USER (ID_ varchar(64) primary key, FIRST_ varchar(255), LAST_ varchar(255), EMAIL_ varchar(255))")
                .update();
        jdbc.sql("create table ACT_ID_MEMBERSHIP (USER_ID_ varchar(64), GROUP_ID_ varchar(64))")
                .update();
        jdbc.sql(
                        """
                insert into ACT_ID_USER values ('office', 'Trần', 'Văn Bình', 'office@nepsong.example'),
                                               ('admin', 'Quản trị', null, null),
                                               ('member1', 'Lê', 'Thị Lan', 'member1@nepsong.example')""")
                .update();
        jdbc.sql(
                        """
                insert into ACT_ID_MEMBERSHIP values ('office', 'standingOffice'), ('office', 'managers'),
                                                     ('member1', 'managers')""")
                .update();
    }

    @Test
    void theFamilyNameComesFirst() {
        assertThat(people.find("office")).map(Person::name).contains("Trần Văn Bình");
        assertThat(people.find("admin")).map(Person::name).contains("Quản trị");
    }

    @Test
    void aPersonWithoutDetailsIsFoundWithEmptyOnes() {
        assertThat(people.find("admin")).contains(new Person("admin", "Quản trị", "", "", "", null, null));
    }

    @Test
    void detailsAreStoredAndCorrected() {
        people.save(new Person("member1", "", "", "0900000001", "Uỷ viên", null, "Mặt trận Tổ quốc"));
        people.save(new Person("member1", "", "", "0900000002", "Thành viên", "q-ba-dinh", null));

        assertThat(people.find("member1"))
                .contains(new Person(
                        "member1",
                        "Lê Thị Lan",
                        "member1@nepsong.example",
                        "0900000002",
                        "Thành viên",
                        "q-ba-dinh",
                        null));
    }

    @Test
    void membersOfAGroupComeById() {
        assertThat(people.inGroup("managers")).extracting(Person::id).containsExactly("member1", "office");
        assertThat(people.inGroup("council")).isEmpty();
        assertThat(people.groupsOf("office")).containsExactly("managers", "standingOffice");
    }

    @Test
    void nobodyIsFoundUnderAnUnknownId() {
        assertThat(people.find("nobody")).isEmpty();
        assertThat(people.groupsOf("nobody")).isEmpty();
    }

    @Test
    void whoHasARoleOfAUnitWorksForItWithoutAnyDetails() {
        jdbc.sql("insert into ACT_ID_MEMBERSHIP values ('member1', 'inspectorAtqtayho')")
                .update();
        people.tell();
        people.save(new Person("office", "", "", "", "", "q-ba-dinh", null));

        assertThat(people.worksFor("member1", "q-tay-ho")).isTrue();
        assertThat(people.worksFor("member1", "q-ba-dinh")).isFalse();
        assertThat(people.worksFor("office", "q-ba-dinh")).isTrue();
        assertThat(people.worksFor("nobody", "q-ba-dinh")).isFalse();
    }

    @Test
    void whoJoinsAGroupIsFoundAsSoonAsItIsTold() {
        assertThat(people.inGroup("secretaries")).isEmpty();
        jdbc.sql("insert into ACT_ID_MEMBERSHIP values ('member1', 'secretaries')")
                .update();

        people.tell();

        assertThat(people.inGroup("secretaries")).extracting(Person::id).containsExactly("member1");
        assertThat(people.groupsOf("member1")).contains("secretaries");
    }
}
