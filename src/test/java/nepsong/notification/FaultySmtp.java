package nepsong.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves on command and keeps what it took. */
class FaultySmtp implements AutoCloseable {

    enum Fault {
        NONE,
        BLACK_HOLE,
        CLOSES_AT_BANNER,
        DROPS_AFTER_DATA
    }

    final List<String> messages = new CopyOnWriteArrayList<>();
    volatile Fault fault = Fault.NONE;
    volatile String refused = "nobody";
    volatile String refusal = "550 5.1.1 No such user";

    private final ServerSocket door;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

    FaultySmtp() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread porter = new Thread(this::admit, "faulty-smtp");
        porter.setDaemon(true);
        porter.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
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
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = guest.getOutputStream()) {
            if (fault == Fault.CLOSES_AT_BANNER) {
                say(out, "421 Try later");
                return;
            }
            say(out, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    messages.add(read(in));
                    if (fault == Fault.DROPS_AFTER_DATA) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (line.startsWith("RCPT") && line.contains(refused)) {
                    say(out, refusal);
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            guests.remove(guest);
        }
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
