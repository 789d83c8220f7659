package nepsong.evidence;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks now and then at what lives in the heap after collecting: what has died is no growth. */
public final class HeapWatch implements AutoCloseable {

    /** A machine that collects all the time judges nothing. */
    private static final int RESTS = 5;

    private final Thread thread;
    private final Duration pause;
    private final long before;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long most;

    private HeapWatch(Duration pause) {
        this.pause = pause;
        this.before = living();
        this.most = before;
        this.thread = new Thread(this::watch, "heap-watch");
        thread.setDaemon(true);
    }

    /** @param pause between two looks; more where looking takes long, for each collects the garbage first */
    public static HeapWatch start(Duration pause) {
        HeapWatch watch = new HeapWatch(pause);
        watch.thread.start();
        return watch;
    }

    /** Bytes at the highest look, beyond what lived when it began. */
    public long grown() {
        return Math.max(most, living()) - before;
    }

    /** What the collection has left: until this thread reads what is in use, others have filled hundreds of megabytes. */
    private static long living() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private void watch() {
        try {
            long rest = pause.toMillis();
            while (!over.await(rest, TimeUnit.MILLISECONDS)) {
                long began = System.nanoTime();
                most = Math.max(most, living());
                long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
                rest = Math.max(pause.toMillis(), RESTS * took);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
