package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nepsong.engine.DeployedTables;
import nepsong.evaluation.Cap;
import nepsong.evaluation.CapFacts;
import nepsong.evaluation.CycleGradeTables;
import nepsong.evaluation.Grade;
import nepsong.evaluation.GradeTables;
import org.springframework.stereotype.Component;

@Component
class EngineGradeTables implements CycleGradeTables {

    private final DeployedTables tables;

    EngineGradeTables(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public GradeTables of(String cycle) {
        return new Read(tables.of(cycle, "performance-grade"), tables.of(cycle, "grade-cap"));
    }

    private record Read(DeployedTables.Table grade, DeployedTables.Table cap) implements GradeTables {

        @Override
        public Grade byScore(BigDecimal score) {
            return Grade.valueOf(
                    grade.recall(Map.of("score", score)).getSingleResult().getEntry("grade"));
        }

        @Override
        public List<Cap> caps(CapFacts facts) {
            return cap.recall(facts.inputs()).stream()
                    .map(row -> new Cap(
                            row.getEntry("code"), Grade.valueOf(row.getEntry("highest")), row.getEntry("reason")))
                    .toList();
        }
    }
}
