package nepsong.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves on command: by itself, keeping what it took, or in front of another that keeps it. */
class FaultySmtp implements AutoCloseable {

    enum Fault {
        NONE,
        /** Hangs up before a word is said. */
        HANGS_UP,
        /** Takes the connection and never answers. */
        BLACK_HOLE,
        /** Answers byte by byte. */
        SLOW,
        CLOSES_AT_BANNER,
        /** Puts every mail off. */
        BUSY,
        REJECTS_LOGIN,
        /** Takes the message and hangs up before it says so. */
        DROPS_AFTER_DATA
    }

    /** What it took, by itself, as far as {@link #keeps} keeps it. */
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    /** What is kept of a message; where thousands come, less than all. */
    volatile UnaryOperator<String> keeps = UnaryOperator.identity();

    /** How many messages it took, by itself or for the other. */
    final AtomicInteger taken = new AtomicInteger();

    volatile Fault fault = Fault.NONE;
    volatile String refused = "nobody";
    volatile String refusal = "550 5.1.1 No such user";
    /** Milliseconds between two bytes of a slow answer, as long as the server stands. */
    volatile int gap;
    /** For whom no answer ever comes. */
    volatile String silentFor = "nobody";

    /** The fault begins by itself when so many messages have been taken. */
    volatile int faultAfter = Integer.MAX_VALUE;

    volatile Fault nextFault = Fault.NONE;

    /** When so many messages have been taken, the next breaks off in its middle, once, as if its sender had died. */
    volatile int breaksOffAfter = Integer.MAX_VALUE;

    private final ServerSocket door;
    private final int behind;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

    FaultySmtp() {
        this(0);
    }

    /** @param behind port of the server that does the work; 0 for none */
    FaultySmtp(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread porter = new Thread(this::admit, "faulty-smtp");
        porter.setDaemon(true);
        porter.start();
    }

    /** The line of a message that says which it is. */
    static String idOf(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    /** Ends every conversation, also those that nobody answers in. */
    void hangUp() throws IOException {
        for (Socket guest : guests) {
            guest.close();
        }
        guests.clear();
    }

    int guests() {
        return guests.size();
    }

    int port() {
        return door.getLocalPort();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guest.setTcpNoDelay(true);
                guests.add(guest);
                Thread talk = new Thread(() -> talk(guest), "faulty-smtp-guest");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket guest) {
        if (fault == Fault.BLACK_HOLE) {
            return;
        }
        try (guest;
                Socket other = behind == 0 ? null : new Socket(InetAddress.getLoopbackAddress(), behind);
                BufferedReader in = reader(guest);
                OutputStream out = guest.getOutputStream()) {
            if (fault == Fault.HANGS_UP) {
                return;
            }
            if (fault == Fault.CLOSES_AT_BANNER) {
                say(out, "421 Try later");
                return;
            }
            converse(in, out, other == null ? null : new Behind(other));
        } catch (IOException gone) {
            guests.remove(guest);
        }
    }

    private void converse(BufferedReader in, OutputStream out, @Nullable Behind other) throws IOException {
        say(out, other == null ? "220 ready" : other.answer());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("DATA")) {
                say(out, other == null ? "354 go on" : other.ask(line));
                if (taken.get() >= breaksOffAfter) {
                    breaksOffAfter = Integer.MAX_VALUE;
                    breakOff(in.readLine(), other);
                    return;
                }
                String message = read(in);
                String answer = other == null ? "250 taken" : other.ask(message + ".");
                if (other == null) {
                    messages.add(keeps.apply(message));
                }
                if (taken.incrementAndGet() >= faultAfter) {
                    fault = nextFault;
                }
                if (fault == Fault.DROPS_AFTER_DATA) {
                    return;
                }
                say(out, answer);
            } else if (line.startsWith("EHLO") && fault == Fault.REJECTS_LOGIN) {
                say(out, "250-here\r\n250 AUTH LOGIN PLAIN");
            } else if (line.startsWith("AUTH")) {
                say(out, "535 5.7.8 Authentication failed");
            } else if (line.startsWith("MAIL") && fault == Fault.BUSY) {
                say(out, "451 4.3.0 Try later");
            } else if (line.startsWith("MAIL")
                    && fault != Fault.NONE
                    && fault != Fault.SLOW
                    && fault != Fault.DROPS_AFTER_DATA) {
                return;
            } else if (line.startsWith("RCPT") && line.contains(silentFor)) {
                in.readLine();
                return;
            } else if (line.startsWith("RCPT") && line.contains(refused)) {
                say(out, refusal);
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, other == null ? "250 ok" : other.ask(line));
            }
        }
    }

    private static void breakOff(String line, @Nullable Behind other) throws IOException {
        if (other != null) {
            other.say(line);
        }
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private void say(OutputStream out, String line) throws IOException {
        byte[] said = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        if (fault == Fault.SLOW) {
            for (byte one : said) {
                out.write(one);
                out.flush();
                pause();
            }
        } else {
            out.write(said);
            out.flush();
        }
    }

    private void pause() throws IOException {
        try {
            if (closed.await(gap, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server is closed");
            }
        } catch (InterruptedException stop) {
            throw new InterruptedIOException();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        hangUp();
    }

    /** The server that does the work. */
    private static final class Behind {

        private final BufferedReader in;
        private final OutputStream out;

        Behind(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            this.in = reader(socket);
            this.out = socket.getOutputStream();
        }

        void say(String lines) throws IOException {
            out.write((lines.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        String ask(String lines) throws IOException {
            say(lines);
            return answer();
        }

        String answer() throws IOException {
            StringBuilder answer = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.append(answer.isEmpty() ? "" : "\r\n").append(line);
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return answer.toString();
                }
            }
            throw new IOException("the server behind is gone");
        }
    }
}
