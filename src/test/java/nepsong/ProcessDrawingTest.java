package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the flows of a model lie on the page. */
class ProcessDrawingTest {

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void flowsRunAtRightAnglesAndTheDrawingIsComplete(File file) {
        BpmnModelInstance model = Models.read(file);
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        assertThat(edges).hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class));
        for (BpmnEdge edge : edges) {
            List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint a = points.get(i - 1);
                Waypoint b = points.get(i);
                boolean straight = Math.abs(a.getX() - b.getX()) < 1.5 || Math.abs(a.getY() - b.getY()) < 1.5;
                assertThat(straight).as("diagonal " + edge.getId()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nepsong.Models#all")
    void flowsDoNotCross(File file) {
        List<BpmnEdge> edges = new ArrayList<>(Models.read(file).getModelElementsByType(BpmnEdge.class));
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                assertThat(cross(edges.get(i), edges.get(j)))
                        .as(edges.get(i).getId() + " crosses " + edges.get(j).getId())
                        .isFalse();
            }
        }
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        List<Waypoint> a = new ArrayList<>(one.getWaypoints());
        List<Waypoint> b = new ArrayList<>(other.getWaypoints());
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                if (cross(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a level and an upright segment meet inside both; flows may share a line and end at one point. */
    private static boolean cross(Waypoint a1, Waypoint a2, Waypoint b1, Waypoint b2) {
        boolean aLevel = Math.abs(a1.getY() - a2.getY()) < 1.5;
        boolean bLevel = Math.abs(b1.getY() - b2.getY()) < 1.5;
        if (aLevel == bLevel) {
            return false;
        }
        Waypoint level1 = aLevel ? a1 : b1;
        Waypoint level2 = aLevel ? a2 : b2;
        Waypoint upright1 = aLevel ? b1 : a1;
        Waypoint upright2 = aLevel ? b2 : a2;
        return inside(upright1.getX(), level1.getX(), level2.getX())
                && inside(level1.getY(), upright1.getY(), upright2.getY());
    }

    private static boolean inside(double value, double end1, double end2) {
        return value > Math.min(end1, end2) + 2 && value < Math.max(end1, end2) - 2;
    }
}
