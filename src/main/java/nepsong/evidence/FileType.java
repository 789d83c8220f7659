package nepsong.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be brought as evidence. */
public enum FileType {
    PDF("application/pdf", Set.of("pdf"), Set.of("application/pdf")),
    JPG("image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", Set.of("png"), Set.of("image/png")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            Set.of("application/zip", "application/x-tika-ooxml")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("xlsx"),
            Set.of("application/zip", "application/x-tika-ooxml"));

    /** For messages. */
    public static final String ALL = "PDF, JPG, PNG, DOCX, XLSX";

    private final String mediaType;
    private final Set<String> endings;
    private final Set<String> contents;

    FileType(String mediaType, Set<String> endings, Set<String> contents) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.contents = contents;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isImage() {
        return this == JPG || this == PNG;
    }

    public boolean hasPreview() {
        return isImage() || this == PDF;
    }

    /** Whether a content that was recognised as this can be of the type. */
    boolean fits(String detected) {
        return contents.contains(detected);
    }

    static Optional<FileType> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> name.contains(".") && type.endings.contains(ending))
                .findFirst();
    }

    static FileType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mediaType));
    }
}
