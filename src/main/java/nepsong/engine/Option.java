package nepsong.engine;

/** One choice of a select, radio or tag list. */
public record Option(String value, String label) {}
