package nepsong.organisation;

/**
 * Somebody's account and personal data are gone.
 *
 * @param login as it was
 */
public record PersonErased(String login) {}
