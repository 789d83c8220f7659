package nepsong.evidence;

/** How a photo is to be turned, the one note of a camera that the copy for others keeps; 1 to 8, as Exif counts. */
record Orientation(int value) {

    private static final int TAG = 0x0112;

    Orientation {
        value = value < 1 || value > 8 ? 1 : value;
    }

    /** @param tiff what follows the word Exif in a camera's notes */
    static Orientation of(byte[] tiff) {
        if (tiff.length < 14) {
            return new Orientation(1);
        }
        boolean little = tiff[0] == 'I';
        int at = number(tiff, 4, 4, little);
        int entries = at >= 8 && at + 2 <= tiff.length ? number(tiff, at, 2, little) : 0;
        for (int i = 0; i < entries && at + 2 + (i + 1) * 12 <= tiff.length; i++) {
            int entry = at + 2 + i * 12;
            if (number(tiff, entry, 2, little) == TAG) {
                return new Orientation(number(tiff, entry + 8, 2, little));
            }
        }
        return new Orientation(1);
    }

    private static int number(byte[] bytes, int at, int length, boolean little) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes[little ? at + length - 1 - i : at + i] & 0xFF;
        }
        return number;
    }

    /** A segment of a JPEG that says this and nothing else. */
    byte[] segment() {
        return new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) value,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
