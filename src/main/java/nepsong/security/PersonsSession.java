package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of whoever sits before it, which outlives a new password: under a new id. */
@Component
public class PersonsSession {

    private final FreshPeople people;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PersonsSession(FreshPeople people) {
        this.people = people;
    }

    /** What the limits of the login count by. */
    public Object whereFrom(HttpServletRequest request) {
        return new DeviceDetails(request);
    }

    public void goOn(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        UserDetails person = people.find(login.getName());
        UsernamePasswordAuthenticationToken renewed =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        renewed.setDetails(login.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed);
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        contexts.saveContext(context, request, response);
    }
}
