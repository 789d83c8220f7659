package nepsong.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.organisation.PersonErased;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who somebody is now, and whose sessions must ask at once because that has changed here. */
@Component
class FreshPeople {

    private final UserDetailsService people;
    private final Clock clock;
    private final Map<String, Instant> changed = new ConcurrentHashMap<>();

    FreshPeople(UserDetailsService people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws org.springframework.security.core.userdetails.UsernameNotFoundException where there is nobody any more */
    UserDetails find(String id) {
        return people.loadUserByUsername(id);
    }

    void changed(String id) {
        changed.put(id, now());
    }

    @TransactionalEventListener
    void gone(PersonErased person) {
        changed(person.login());
    }

    boolean changedSince(String id, Instant checked) {
        Instant last = changed.get(id);
        return last != null && !last.isBefore(checked);
    }
}
