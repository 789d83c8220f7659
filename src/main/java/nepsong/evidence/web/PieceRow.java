package nepsong.evidence.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One piece as programs and the page see it.
 *
 * @param criterion  code of the criterion, or id of the finding
 * @param mine       whether whoever asks may change and remove it
 * @param usable     whether whoever asks may let it prove other criteria too
 * @param timeWarning {@code UNREADABLE} or {@code OUTSIDE}: whether a photo of a visit does not say when it was taken, or was taken
 *     more than a day from the visit
 * @param takenAt    of a photo, for those who may know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PieceRow(
        String id,
        String criterion,
        String kind,
        String kindName,
        String fileName,
        String type,
        long size,
        String sha256,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String summary,
        @Nullable String page,
        Instant addedAt,
        String addedBy,
        String addedByName,
        boolean mine,
        boolean usable,
        boolean hasPreview,
        boolean original,
        @Nullable String timeWarning,
        @Nullable LocalDateTime takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {}
