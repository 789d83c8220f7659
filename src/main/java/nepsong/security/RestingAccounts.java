package nepsong.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks for the password only while neither the account nor the address rests; the answer is the same in every case. */
final class RestingAccounts implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginAttempts attempts;
    private final KnownDevices devices;

    RestingAccounts(AuthenticationProvider passwords, LoginAttempts attempts, KnownDevices devices) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String account = given.getName();
        String address = given.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        String device = given.getDetails() instanceof DeviceDetails shown
                ? devices.find(account, shown.cookie()).orElse(null)
                : null;
        if (!attempts.admits(account, address, device)) {
            throw new BadCredentialsException("wrong name or password");
        }
        Authentication login = passwords.authenticate(given);
        if (login == null) {
            throw new BadCredentialsException("wrong name or password");
        }
        attempts.succeeded(account, address, device);
        return login;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
