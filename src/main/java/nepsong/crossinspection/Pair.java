package nepsong.crossinspection;

import java.util.Objects;

/**
 * Who inspects whom, by the units' codes. A unit paired with itself can be said, so that the rules can refuse it in words.
 * As a declared conflict the two have no order; as a pair of an earlier cycle they do.
 */
public record Pair(String inspecting, String inspected) {

    public Pair {
        Objects.requireNonNull(inspecting);
        Objects.requireNonNull(inspected);
    }

    public Pair reversed() {
        return new Pair(inspected, inspecting);
    }

    /** Codes that are alike ({@code u001}, {@code u002}) collide by the thousand under a record's own hash. */
    @Override
    public int hashCode() {
        int mixed = inspecting.hashCode() * 0x9E3779B1 + inspected.hashCode();
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }
}
