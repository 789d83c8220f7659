package nepsong.directive;

import org.jspecify.annotations.Nullable;

/**
 * What one person says about a draft.
 *
 * @param seat    id of the person who was asked
 * @param givenBy id of the person who answered, the same unless the task was given to another member
 * @param text    null where the person agrees
 */
public record PlanOpinion(String seat, String givenBy, boolean agrees, @Nullable String text) {}
