package nepsong;

import java.time.Clock;
import nepsong.organisation.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for all, in the time of Hà Nội whatever the machine's zone is. */
@Configuration
class TimeSettings {

    @Bean
    Clock clock() {
        return Clock.system(WorkingCalendar.ZONE);
    }
}
