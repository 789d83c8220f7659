package nepsong.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/**
 * Refuses what is guessed first: passwords that leaked and that many people use, words of this country, city and
 * application, and the names of the units, however they are dressed up with capitals, digits and signs to please the other
 * rules. The lists are {@code security/common-passwords.txt} and {@code security/local-passwords.txt}.
 */
final class CommonPasswords implements PasswordPolicyRule {

    /** What Camunda's Admin shows where it has no text in the reader's language. */
    static final String NAME = "Not a password that many people use";

    /** Shorter words stand in many a good password. */
    private static final int SHORTEST = 4;

    private static final int WORDS_OF_A_KIND = 2;

    private final Set<String> known;
    private final Supplier<? extends Collection<String>> unitNames;
    private final boolean demo;

    /**
     * @param unitNames as they stand in the registry
     * @param demo      whether the password is taken that the login page of the demonstration tells
     */
    CommonPasswords(Supplier<? extends Collection<String>> unitNames, boolean demo) {
        this.known = Stream.of("common", "local")
                .flatMap(list -> lines("/security/" + list + "-passwords.txt"))
                .collect(Collectors.toUnmodifiableSet());
        this.unitNames = unitNames;
        this.demo = demo;
    }

    @Override
    public String getPlaceholder() {
        return NAME;
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        if (demo && password.equals(Demonstration.PASSWORD)) {
            return true;
        }
        Set<String> cores = cores(password);
        return cores.stream().noneMatch(known::contains)
                && unitNames.get().stream().flatMap(CommonPasswords::shortened).noneMatch(cores::contains);
    }

    /** What is left of a password without its dress; in lower case and without diacritics. */
    private static Set<String> cores(String password) {
        String plain = plain(password);
        String middle = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
        String beginning = plain.replaceAll("[^a-z]+$", "");
        Set<String> cores = new LinkedHashSet<>();
        for (String core : new String[] {
            plain,
            plain.replaceAll("[^a-z0-9]", ""),
            plain.replaceAll("[^a-z]", ""),
            letters(plain, 'i'),
            letters(plain, 'l'),
            letters(middle, 'i'),
            letters(middle, 'l'),
            letters(beginning, 'i'),
            letters(beginning, 'l')
        }) {
            if (core.length() >= SHORTEST) {
                cores.add(core);
            }
        }
        return cores;
    }

    /** Signs and digits that stand for letters are these letters again. */
    private static String letters(String text, char one) {
        StringBuilder letters = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            letters.append(
                    switch (each) {
                        case '@', '4' -> 'a';
                        case '3' -> 'e';
                        case '0' -> 'o';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        case '1', '!' -> one;
                        default -> each;
                    });
        }
        return letters.toString().replaceAll("[^a-z]", "");
    }

    /** With its kind and without: {@code quanbadinh} and {@code badinh}. */
    private static Stream<String> shortened(String unitName) {
        String[] words = unitName.split("\\s+");
        return IntStream.rangeClosed(0, Math.min(WORDS_OF_A_KIND, words.length - WORDS_OF_A_KIND))
                .mapToObj(from -> plain(String.join("", Arrays.copyOfRange(words, from, words.length)))
                        .replaceAll("[^a-z0-9]", ""));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd');
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
