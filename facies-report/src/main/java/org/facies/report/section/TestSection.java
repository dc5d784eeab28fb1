package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.JointComparison;
import org.facies.metric.Level;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/**
 * Whether the models differ, tested on the same subjects.
 *
 * @param joint the test of all models together, or empty
 */
public record TestSection(String joint, List<Row> rows) {
    private static final String TRAINING = "training.";
    private static final int FEW = 2;

    /**
     * One pair.
     *
     * @param settings the settings that differ between the two, {@code pretrained true → false}; many training settings
     *     that come with another difference are only counted
     * @param verdict in words
     */
    public record Row(
            String a,
            String b,
            String settings,
            String bothCorrect,
            String onlyA,
            String onlyB,
            String bothWrong,
            String p,
            String holm,
            String verdict) {}

    public TestSection {
        rows = List.copyOf(rows);
    }

    static TestSection of(Run run) {
        String joint = run.metrics().tests().cochranQ().stream()
                .filter(test -> test.level() == Level.SUBJECT)
                .findFirst()
                .map(test -> "All models together, Cochran’s test: " + text(test) + ".")
                .orElse("");
        return new TestSection(
                joint, ofModels(run).stream().map(test -> row(run, test)).toList());
    }

    /** Every two models over subjects. */
    static List<PairTest> ofModels(Run run) {
        return run.metrics().tests().mcnemar().stream()
                .filter(test -> test.level() == Level.SUBJECT)
                .map(PairTest::of)
                .toList();
    }

    /** {@code Q = 13.29, 3 degrees of freedom, p = 0.004}. */
    static String text(JointComparison test) {
        return "Q\u00a0=\u00a0" + Numbers.statistic(test.statistic()) + ", " + test.degreesOfFreedom()
                + " degrees of freedom, p\u00a0" + Numbers.relation(test.p());
    }

    private static Row row(Run run, PairTest test) {
        return row(test, settings(run, test));
    }

    /** A pair without settings to compare. */
    static Row plainRow(PairTest test) {
        return row(test, "");
    }

    private static Row row(PairTest test, String settings) {
        return new Row(
                test.a(),
                test.b(),
                settings,
                Numbers.count(test.bothCorrect()),
                Numbers.count(test.onlyA()),
                Numbers.count(test.onlyB()),
                Numbers.count(test.bothWrong()),
                Numbers.probability(test.exact()),
                Numbers.probability(test.holm()),
                verdict(test));
    }

    private static String verdict(PairTest test) {
        return test.differs() ? test.better() + " is correct more often" : "no difference shown";
    }

    private static String settings(Run run, PairTest test) {
        Optional<Origin.Model> a = model(run, test.a());
        Optional<Origin.Model> b = model(run, test.b());
        if (a.isEmpty() || b.isEmpty()) {
            return "";
        }
        Set<String> keys = new LinkedHashSet<>(a.get().settings().keySet());
        keys.addAll(b.get().settings().keySet());
        keys.removeIf(key -> a.get().setting(key).equals(b.get().setting(key)));
        List<String> changes = new ArrayList<>();
        List<String> training = new ArrayList<>();
        for (String key : keys) {
            (key.startsWith(TRAINING) ? training : changes)
                    .add(key + " " + a.get().setting(key) + " → " + b.get().setting(key));
        }
        if (training.size() > FEW && !changes.isEmpty()) {
            changes.add(training.size() + " training settings");
        } else {
            changes.addAll(training);
        }
        return String.join("; ", changes);
    }

    private static Optional<Origin.Model> model(Run run, String name) {
        return run.origin().models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst();
    }
}
