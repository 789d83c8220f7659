package nepsong.unitfile;

import java.time.Instant;

/**
 * Something out of the ordinary that became of a task: more time was asked for, granted or refused, its visit was moved
 * or given to other inspectors, the unit was inspected a second time, it was reported upwards, or somebody did it in another's place.
 *
 * @param what   in one sentence
 * @param reason that was given; empty where none is needed
 */
public record Handling(String task, Outcome outcome, String what, String reason, Instant at) {

    public enum Outcome {
        ASKED("Xin gia hạn", ""),
        GRANTED("Được gia hạn", "good"),
        REFUSED("Không gia hạn", "bad"),
        MOVED("Đổi lịch kiểm tra", ""),
        REPLACED("Thay đơn vị kiểm tra", ""),
        CHECKED("Kiểm tra kép", ""),
        REPORTED("Báo cáo lên trên", "late"),
        DELEGATED("Làm thay mặt", "");

        private final String title;
        private final String tone;

        Outcome(String title, String tone) {
            this.title = title;
            this.tone = tone;
        }

        public String title() {
            return title;
        }

        /** For style sheets. */
        public String tone() {
            return tone;
        }
    }
}
