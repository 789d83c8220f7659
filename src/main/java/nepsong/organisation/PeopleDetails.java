package nepsong.organisation;

/** What is known about a person beyond the login, the name and the e-mail that the engine keeps. */
public interface PeopleDetails {

    /** Stores phone, position, unit and agency; name and e-mail are left to the identity tables. */
    void save(Person person);
}
