package nepsong.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks for the password only while neither the account nor the address rests; the answer is the same in every case. */
final class RestingAccounts implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginAttempts attempts;

    RestingAccounts(AuthenticationProvider passwords, LoginAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String account = given.getName();
        String address = given.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!attempts.admits(account, address)) {
            throw new BadCredentialsException("wrong name or password");
        }
        Authentication login = passwords.authenticate(given);
        if (login == null) {
            throw new BadCredentialsException("wrong name or password");
        }
        attempts.succeeded(account, address);
        return login;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
