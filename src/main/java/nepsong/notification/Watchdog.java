package nepsong.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the line when something on it takes too long as a whole. The waits that Jakarta Mail knows are for each read: a
 * server that says a letter every nine seconds exceeds none of them and holds its sender for minutes. The library
 * keeps its socket to itself and closes it only when it has had its answer, so the sockets are made here.
 */
final class Watchdog extends SocketFactory implements AutoCloseable {

    private final Duration longest;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "mail-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Socket socket;
    private volatile boolean hasBitten;

    Watchdog(Duration longest) {
        this.longest = longest;
        clock.setRemoveOnCancelPolicy(true);
    }

    interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    /** From now until the watch is closed. */
    Watch watch() {
        hasBitten = false;
        ScheduledFuture<?> bite = clock.schedule(this::bite, longest.toMillis(), TimeUnit.MILLISECONDS);
        return () -> bite.cancel(false);
    }

    /** Whether the line was cut during the last watch. */
    boolean hasBitten() {
        return hasBitten;
    }

    Duration longest() {
        return longest;
    }

    private void bite() {
        hasBitten = true;
        Socket line = socket;
        if (line != null) {
            try {
                line.close();
            } catch (IOException alreadyGone) {
                // Whoever waited on it waits no longer.
            }
        }
    }

    @Override
    public Socket createSocket() {
        Socket line = new Socket();
        socket = line;
        return line;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("the library connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
