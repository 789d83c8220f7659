package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Whoever was told that a form was taken finds it taken, even where the server was killed in the next moment. */
class KeptAtOnceTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedStandsInTheFileOfTheDemonstrationsDatabase() throws Exception {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        String url = yaml.getObject().getProperty("spring.datasource.url");
        try (Connection open = DriverManager.getConnection(url.replace("./data/nepsong", folder + "/db"), "sa", "")) {
            open.createStatement().execute("create table forms (id int)");
            for (int id = 1; id <= 20; id++) {
                open.createStatement().execute("insert into forms values (" + id + ")");
            }
            Files.copy(folder.resolve("db.mv.db"), folder.resolve("killed.mv.db"));
        }
        try (Connection killed = DriverManager.getConnection("jdbc:h2:file:" + folder + "/killed", "sa", "")) {
            ResultSet count = killed.createStatement().executeQuery("select count(*) from forms");
            count.next();
            assertThat(count.getInt(1)).isEqualTo(20);
        }
    }
}
