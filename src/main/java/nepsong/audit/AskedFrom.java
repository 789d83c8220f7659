package nepsong.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The address of whoever asks for something just now; the proxy's word for it where a proxy is believed. */
final class AskedFrom {

    private AskedFrom() {}

    /** Empty where the system acts by itself. */
    static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? asked.getRequest().getRemoteAddr()
                : "";
    }
}
