package nepsong.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nepsong.audit.AuditTrail;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A thread of the server waits for every body that is on its way, and there are few: forty strangers who send theirs
 * letter by letter would keep everybody else out. So what comes from nobody who is logged in is read here, as much and
 * for as long as a login takes, from a few of one address and not many in all at a time. Of what is refused the rest is not
 * waited for. Programs that send their password along send files too: theirs is read where the password is looked at.
 */
final class StrangersBodies extends ValveBase {

    private static final int LARGEST = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int OF_ONE_ADDRESS = 8;
    private static final int OF_ALL = 20;

    private static final Map<Integer, String> REASONS = Map.of(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "Quá nhiều yêu cầu chưa đăng nhập gửi dữ liệu cùng lúc",
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
            "Dữ liệu gửi lên quá lớn",
            HttpServletResponse.SC_REQUEST_TIMEOUT,
            "Dữ liệu gửi lên quá chậm");

    private final Map<String, Integer> waiting = new HashMap<>();
    private int waitingInAll;

    private final Supplier<AuditTrail> trail;

    /** @param trail asked for when there is something to write: the server is made before it */
    StrangersBodies(Supplier<AuditTrail> trail) {
        super(true);
        this.trail = trail;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request) || isLoggedIn(request)) {
            getNext().invoke(request, response);
            return;
        }
        boolean password = sendsPassword(request);
        int refused = password ? 0 : read(request, response);
        if (refused == 0) {
            getNext().invoke(request, response);
        } else {
            EarlyRefusals.record(trail.get(), request, REASONS.getOrDefault(refused, ""));
            response.sendError(refused);
        }
        if (refused != 0 || password && !isAtItsEnd(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** What nobody has read, because the password was wrong, is thrown away where it comes at once. */
    private boolean isAtItsEnd(Request request) {
        AtomicBoolean whole = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        String address = request.getRemoteAddr();
        if (whole.get() || !enter(address)) {
            return whole.get();
        }
        try {
            return body(request.getCoyoteRequest()).isPresent();
        } catch (IOException slowOrGone) {
            return false;
        } finally {
            leave(address);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isLoggedIn(Request request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean sendsPassword(Request request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return request.getHeader("Authorization") != null
                && (type.startsWith("application/json") || type.startsWith("multipart/form-data"));
    }

    /** @return 0, or the status with which it is refused */
    private int read(Request request, Response response) throws IOException {
        String address = request.getRemoteAddr();
        if (!enter(address)) {
            response.setHeader("Retry-After", String.valueOf(LONGEST.toSeconds()));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        try {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            Optional<ByteChunk> body = body(request.getCoyoteRequest());
            body.ifPresent(read -> request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, read));
            return body.isPresent() ? 0 : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } catch (SocketTimeoutException slow) {
            return HttpServletResponse.SC_REQUEST_TIMEOUT;
        } finally {
            leave(address);
        }
    }

    private synchronized boolean enter(String address) {
        if (waitingInAll >= OF_ALL || waiting.getOrDefault(address, 0) >= OF_ONE_ADDRESS) {
            return false;
        }
        waitingInAll++;
        waiting.merge(address, 1, Integer::sum);
        return true;
    }

    private synchronized void leave(String address) {
        waitingInAll--;
        waiting.computeIfPresent(address, (known, number) -> number == 1 ? null : number - 1);
    }

    /** Empty where it is too large. */
    private static Optional<ByteChunk> body(org.apache.coyote.Request request) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        ByteChunk body = new ByteChunk();
        Piece piece = new Piece();
        while (request.doRead(piece) >= 0) {
            ByteBuffer read = piece.getByteBuffer();
            if (read != null) {
                body.append(read);
            }
            if (body.getLength() > LARGEST) {
                return Optional.empty();
            }
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("a body that does not end");
            }
        }
        return Optional.of(body);
    }

    private static final class Piece implements ApplicationBufferHandler {

        private @Nullable ByteBuffer bytes;

        @Override
        public void setByteBuffer(@Nullable ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // The buffer is the server's.
        }
    }
}
