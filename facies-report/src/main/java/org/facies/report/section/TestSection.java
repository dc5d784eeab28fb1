package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.Level;
import org.facies.report.run.McNemar;
import org.facies.report.run.Run;
import org.facies.report.run.Study;
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
     * @param settings which settings differ between the two, {@code pretrained true → false}; many training settings
     *     that come with another difference are only counted
     * @param verdict in words
     */
    public record Row(
            String a,
            String b,
            String settings,
            String bothRight,
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
        String joint = run.metrics()
                .cochranQ(Level.SUBJECT)
                .map(test -> "All models together, Cochran’s test: " + test.text() + ".")
                .orElse("");
        return new TestSection(
                joint,
                run.metrics().mcnemar(Level.SUBJECT).stream()
                        .map(test -> row(run, test))
                        .toList());
    }

    private static Row row(Run run, McNemar test) {
        return row(test, settings(run, test));
    }

    /** A pair without settings to compare. */
    static Row plainRow(McNemar test) {
        return row(test, "");
    }

    private static Row row(McNemar test, String settings) {
        return new Row(
                test.a(),
                test.b(),
                settings,
                Numbers.count(test.bothRight()),
                Numbers.count(test.onlyA()),
                Numbers.count(test.onlyB()),
                Numbers.count(test.bothWrong()),
                Numbers.probability(test.exact()),
                Numbers.probability(test.holm()),
                verdict(test));
    }

    private static String verdict(McNemar test) {
        return test.differs() ? test.better() + " is right more often" : "no difference shown";
    }

    private static String settings(Run run, McNemar test) {
        Optional<Study.Model> a = model(run, test.a());
        Optional<Study.Model> b = model(run, test.b());
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

    private static Optional<Study.Model> model(Run run, String name) {
        return run.study().models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst();
    }
}
