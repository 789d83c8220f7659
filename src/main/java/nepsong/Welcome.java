package nepsong;

import java.util.Comparator;
import java.util.Optional;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Demonstration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who started the demonstration where to go, as whom, and what to try first. */
@Component
@ConditionalOnProperty(name = "nepsong.demo", havingValue = "true", matchIfMissing = true)
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Cycles cycles;

    Welcome(Cycles cycles) {
        this.cycles = cycles;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            Optional<Cycle> newest = cycles.all().stream().max(Comparator.comparing(Cycle::startedAt));
            LOG.info(text("http://127.0.0.1:" + web.getWebServer().getPort(), newest));
        }
    }

    static String text(String address, Optional<Cycle> newest) {
        StringBuilder people = new StringBuilder();
        Demonstration.central()
                .forEach(login ->
                        people.append("    %-12s %s%n".formatted(login.person().id(), login.role())));
        return """

                ────────────────────────────────────────────────────────────────────────────
                Nếp Sống đã sẵn sàng (bản trình diễn, nhân vật hư cấu): %s

                Đăng nhập, mật khẩu chung %s
                %s    <đơn vị>Coordinator, <đơn vị>Head, <đơn vị>Inspector: đầu mối, lãnh đạo, người kiểm tra
                    của từng đơn vị, ví dụ qbadinhCoordinator

                %s
                Thư hệ thống đã gửi: %s/mail (admin).
                ────────────────────────────────────────────────────────────────────────────"""
                .formatted(address, Demonstration.PASSWORD, people, first(address, newest), address);
    }

    private static String first(String address, Optional<Cycle> newest) {
        return newest.filter(cycle -> !cycle.isOver())
                .map(cycle ->
                        """
                        Kỳ kiểm tra %s đang diễn ra: đăng nhập “manager” để xem tiến độ tại %s/progress,
                        hoặc theo từng vai để làm việc đang chờ."""
                                .formatted(cycle.code(), address))
                .orElse(
                        """
                        Thử trước tiên: đăng nhập “office”, chọn “Khởi tạo quy trình” → “Kỳ kiểm tra”, mở kỳ %s,
                        rồi nhận và hoàn thành việc “Soạn kế hoạch kiểm tra”."""
                                .formatted(newest.map(cycle -> cycle.year() + 1).orElse(2023)));
    }
}
