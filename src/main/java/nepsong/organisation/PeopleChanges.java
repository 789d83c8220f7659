package nepsong.organisation;

/** Whoever changes logins or memberships in the identity tables says so here: people are kept in memory for a while. */
public interface PeopleChanges {

    /** In the transaction of the change. */
    void tell();
}
