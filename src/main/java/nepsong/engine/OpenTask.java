package nepsong.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param name     as the inbox shows it
 * @param assignee who has claimed it; null while it is the group's
 * @param created when it began to wait
 * @param held     whether the person who asks may work on it: has claimed it, or is offered it while nobody has
 */
public record OpenTask(FormTask task, String name, @Nullable String assignee, Instant created, boolean held) {}
