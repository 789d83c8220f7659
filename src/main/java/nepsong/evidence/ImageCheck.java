package nepsong.evidence;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Whether a photo is a photo and nothing else; takes out, for the copy that others see, what the camera noted. */
final class ImageCheck {

    static final String BROKEN =
            "Tệp ảnh bị hỏng hoặc không đúng định dạng. Hãy mở ảnh, lưu lại thành JPG hoặc PNG rồi tải lên lại";
    static final String HUGE = "Ảnh có quá nhiều điểm ảnh (trên 120 triệu). Hãy thu nhỏ ảnh rồi tải lên lại";
    private static final String MIXED =
            "Tệp ảnh có gắn thêm nội dung của loại tệp khác. Hãy mở ảnh, lưu lại thành JPG hoặc PNG rồi tải lên lại";
    private static final ForbiddenText OTHER_FILES =
            new ForbiddenText("<script", "<html", "<!doctype html", "<?php ", "<svg xmlns", "<iframe", "%PDF-1.");
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final int DECIMALS = 6;

    private ImageCheck() {}

    /** @param shown where the copy for others is written */
    static @Nullable Capture check(Path file, FileType type, Path shown) throws IOException, Unacceptable {
        if (FileEnd.of(file).isArchive()) {
            throw new Unacceptable(MIXED);
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (OTHER_FILES.find(in) != null) {
                throw new Unacceptable(MIXED);
            }
        }
        byte[] exif = type == FileType.JPG ? JpegCopy.copy(file, shown) : PngCopy.copy(file, shown);
        return exif.length == 0 ? null : capture(exif);
    }

    private static @Nullable Capture capture(byte[] exif) {
        Metadata notes = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(exif), new ExifTiffHandler(notes, null, 0), 0);
        } catch (TiffProcessingException | IOException unreadable) {
            return null;
        }
        GpsDirectory gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        Capture capture = place == null || place.isZero()
                ? new Capture(takenAt(notes), null, null)
                : new Capture(takenAt(notes), degrees(place.getLatitude(), 90), degrees(place.getLongitude(), 180));
        return capture.isEmpty() ? null : capture;
    }

    private static @Nullable BigDecimal degrees(double value, int most) {
        return Math.abs(value) <= most ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP) : null;
    }

    private static @Nullable LocalDateTime takenAt(Metadata notes) {
        ExifSubIFDDirectory shot = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        String text = shot == null ? null : shot.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        ExifIFD0Directory file = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (text == null && file != null) {
            text = file.getString(ExifIFD0Directory.TAG_DATETIME);
        }
        try {
            return text == null ? null : LocalDateTime.parse(text.strip(), EXIF_TIME);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
