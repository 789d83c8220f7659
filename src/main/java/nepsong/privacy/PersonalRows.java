package nepsong.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nepsong.organisation.Person;

/** The rows behind the register, whosever tables they are in. */
interface PersonalRows {

    /** Rows in which the column holds the login, as they are shown. */
    void each(PersonalColumn column, String login, Consumer<Map<String, Object>> reading);

    /** Rows of contacts that are this person. */
    void contacts(PersonalColumn column, Person person, Consumer<Map<String, Object>> reading);

    /** Where one of the columns, all of one table, holds one of the words: what a reader calls the place, under the label, and nothing else. */
    List<Map<String, Object>> places(List<PersonalColumn> columns, Collection<String> words, String label, int atMost);

    void delete(PersonalColumn column, String login);

    /** Whatever was not sent yet; nobody is left to read it. */
    void deleteWaitingMail(String login);

    /** @param owner column of the same row that holds the login */
    void set(PersonalColumn column, PersonalColumn owner, String login, String value);

    void replaceContacts(Person person, String name);

    void replaceWithin(PersonalColumn column, String word, String replacement);

    /** Whether a group has this id, so that it may mean the group where a process holds it. */
    boolean isGroup(String id);

    /** In words; without what everybody with a role is in. */
    List<String> rolesOf(String login);
}
