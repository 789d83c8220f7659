package nepsong.organisation;

/**
 * Why a file was refused, at a place that a person can find.
 *
 * @param line   as an editor counts, from 1
 * @param column name of the column, or empty where the whole line is meant
 * @param reason a Vietnamese sentence
 */
public record FileError(long line, String column, String reason) {}
