package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;

/** The figures of one model at one level, pooled over the folds and for each fold. */
public final class Scores {
    private final JsonNode tree;

    Scores(JsonNode tree) {
        this.tree = tree;
    }

    public boolean isPresent() {
        return tree.isObject();
    }

    /** Number of cases, 0 if not given. */
    public long n() {
        return tree.path("n").asLong();
    }

    public Estimate measure(Metric metric) {
        return Estimate.of(tree.path(metric.key()));
    }

    /** A figure of one class against all others. */
    public Estimate ofClass(String diagnosis, ClassMetric metric) {
        return Estimate.of(tree.path("per_class").path(diagnosis).path(metric.key()));
    }

    /** Cases of a class. */
    public long support(String diagnosis) {
        return tree.path("per_class").path(diagnosis).path("support").asLong();
    }

    /** Whether there is more than one fold, so that figures can vary over them. */
    public boolean hasFolds() {
        return tree.path("folds").size() > 1;
    }

    /** The figure in each fold where it is defined, in the order of the folds; empty if there is one fold only. */
    public List<Double> folds(Metric metric) {
        List<Double> values = new ArrayList<>();
        if (!hasFolds()) {
            return values;
        }
        for (JsonNode fold : tree.path("folds")) {
            Estimate estimate = Estimate.of(fold.path(metric.key()));
            if (estimate.isDefined()) {
                values.add(estimate.value());
            }
        }
        return values;
    }

    /** The figure in one fold. */
    public Estimate inFold(int fold, Metric metric) {
        for (JsonNode node : tree.path("folds")) {
            if (node.path("fold").asInt(-1) == fold) {
                return Estimate.of(node.path(metric.key()));
            }
        }
        return Estimate.of(tree.path("folds").path("absent"));
    }

    /** Mean and standard deviation over the folds; nothing if there is one fold only. */
    public Spread spread(Metric metric) {
        return Spread.of(hasFolds() ? tree.path("over_folds").path(metric.key()) : MissingNode.getInstance());
    }

    /** Counts, rows true classes, columns predicted, in class order; empty if not given. */
    public List<List<Long>> confusion() {
        List<List<Long>> rows = new ArrayList<>();
        for (JsonNode row : tree.path("confusion")) {
            List<Long> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asLong()));
            rows.add(List.copyOf(cells));
        }
        return rows;
    }
}
