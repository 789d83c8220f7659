package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BOLD_HEAD;
import static nepsong.documents.WordDocument.Look.HEAD;
import static nepsong.documents.WordDocument.Look.PLACE;
import static nepsong.documents.WordDocument.Look.RECEIVER;
import static nepsong.documents.WordDocument.Look.RECEIVERS_HEAD;
import static nepsong.documents.WordDocument.Look.UNDERLINED_HEAD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.directive.Directive;
import nepsong.documents.WordDocument.Line;

/** How every official document begins and ends. A number and a day that nobody has given stay open, to be written in. */
final class OfficialLayout {

    private OfficialLayout() {}

    /**
     * @param above  the agency that stands over the one that issues
     * @param agency that issues
     * @param number with its symbol
     * @param day    in words, as {@link #inWords} and {@link #open} say it
     */
    static WordDocument begun(String above, String agency, String number, String day) {
        return new WordDocument()
                .beside(
                        List.of(
                                new Line(HEAD, above.toUpperCase(Locale.ROOT)),
                                new Line(UNDERLINED_HEAD, agency.toUpperCase(Locale.ROOT)),
                                new Line(HEAD, "Số: " + number)),
                        List.of(
                                new Line(BOLD_HEAD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                                new Line(UNDERLINED_HEAD, "Độc lập - Tự do - Hạnh phúc"),
                                new Line(PLACE, "Hà Nội, " + day)));
    }

    static WordDocument signed(WordDocument document, List<String> receivers, List<String> signers) {
        return document.beside(
                Stream.concat(
                                Stream.of(new Line(RECEIVERS_HEAD, "Nơi nhận:")),
                                receivers.stream().map(one -> new Line(RECEIVER, "- " + one)))
                        .toList(),
                signers.stream().map(one -> new Line(BOLD_HEAD, one)).toList());
    }

    /** A list as official documents have it: a semicolon after each, a full stop after the last. */
    static List<String> items(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(at -> "- " + clause(texts.get(at)) + (at == texts.size() - 1 ? "." : ";"))
                .toList();
    }

    /** What somebody typed, without the stop at its end: the document goes on behind it, with a stop of its own. */
    static String clause(String text) {
        return text.strip().replaceFirst("[.;\\s]+$", "");
    }

    /** A number below ten with a zero before it. */
    static String number(Directive plan) {
        return "%02d/%s".formatted(plan.documentNumber(), plan.documentSymbol());
    }

    /** With a zero before the first two months alone, as the decree has it. */
    static String inWords(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    static String open(int year) {
        return "ngày      tháng      năm " + year;
    }

    /** As people write them: 3,5. */
    static String points(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
