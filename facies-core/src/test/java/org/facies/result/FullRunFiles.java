package org.facies.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Metric;
import org.facies.result.settings.StudySettings;
import org.facies.run.Provenance;
import org.facies.run.Software;
import org.facies.run.StudyTree;
import org.facies.statistic.Interval;

/** Every file of a run but {@code metrics.json}, each with all that is optional. */
final class FullRunFiles {
    private static final Measured MEASURED = new Measured(0.5, 0.4, 0.6);
    private static final Estimate ESTIMATE = new Estimate(0.5, new Interval(0.4, 0.6), Estimate.WILSON, "");

    private FullRunFiles() {}

    static CohortRecord cohort() {
        return new CohortRecord(
                2,
                3,
                Map.of("none", new CohortRecord.Count(2, 3)),
                List.of(new CohortRecord.Refusal("P7/a.jpg", "P7/a.jpg cannot be decoded")),
                Map.of("several faces", 1),
                List.of("manifest.csv row 3: the age looks like years. Write months."),
                Map.of("ages that may not be in months", 1),
                Map.of("sex", Map.of("female", new CohortRecord.Count(1, 2))),
                Optional.of(true));
    }

    static AuditReport audit() {
        AuditReport.SplitComparison split = new AuditReport.SplitComparison(MEASURED, MEASURED, MEASURED);
        AuditReport.Predictability told = new AuditReport.Predictability(MEASURED, MEASURED, 0.25, 0.5, 199);
        AuditReport.PhotoPair photos = new AuditReport.PhotoPair(
                "a.jpg", "b.jpg", "P1", "P2", "upright", 0.99, AuditReport.Side.DIFFERENT_FOLDS);
        return new AuditReport(
                        "dlib-resnet",
                        "5c8b",
                        2,
                        3,
                        2,
                        17,
                        List.of(new AuditReport.Finding(
                                "same person", AuditReport.Finding.Level.ALARM, "Two subjects look alike.")),
                        new AuditReport.Leakage(
                                List.of(photos),
                                List.of(photos),
                                List.of(new AuditReport.SubjectPair("P1", "P2", 0.9, AuditReport.Side.SAME_FOLD)),
                                0.6,
                                0.7,
                                1,
                                1,
                                split,
                                split,
                                new AuditReport.LabelPermutation(0.5, MEASURED, 0.25)),
                        new AuditReport.Shortcuts(
                                List.of(new AuditReport.Shortcut(
                                        "site", told, 0.5, AuditReport.Finding.Level.NOTHING_FOUND)),
                                new AuditReport.BackgroundEffect(MEASURED, MEASURED, MEASURED)),
                        Optional.empty())
                .withWarnings(List.of("manifest.csv row 3: the age looks like years. Write months."));
    }

    static PerformanceChange validation() {
        PerformanceChange.Change change = new PerformanceChange.Change(ESTIMATE, ESTIMATE, ESTIMATE);
        Map<Metric, PerformanceChange.Change> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            metrics.put(metric, change);
        }
        return new PerformanceChange(
                "cosface-pfm",
                "demo",
                Metric.BALANCED_ACCURACY,
                5,
                120,
                40,
                metrics,
                Optional.of(metrics),
                Map.of("none", change),
                List.of(0.5, Double.NaN),
                Optional.of(
                        new PerformanceChange.UnknownFaces(0.05, 1.75, ESTIMATE, ESTIMATE, Map.of("none", ESTIMATE))),
                List.of("3 subjects of diagnosis kabuki counted as none."),
                List.of("manifest.csv row 3: the age looks like years. Write months."));
    }

    static EvaluationRecord evaluation() {
        return new EvaluationRecord(
                "predictions.csv",
                EvaluationSettings.standard(23),
                Provenance.ofThisProcess(23, Map.of("predictions", "9f86")),
                Optional.of(false));
    }

    /** The defaults of a study, with two models: one begins with a file and is tuned. */
    static StudyRecord study() {
        ObjectNode defaults = StudyTree.shipped();
        ObjectNode model = defaults.withObject("/model").deepCopy();
        model.put("name", "first");
        model.set("training", defaults.at("/training/pretrained"));
        model.putArray("candidates");
        ObjectNode tuned = model.deepCopy().put("name", "tuned").put("pretrained", "weights.pth");
        tuned.withArray("/candidates")
                .addObject()
                .put("margin", 0.3)
                .putObject("training")
                .put("epochs", 4);
        ObjectNode tree = defaults.deepCopy();
        tree.remove(List.of("model", "loss", "training"));
        tree.putArray("models").add(model).add(tuned);
        tree.putArray("ensembles")
                .addObject()
                .put("name", "both")
                .putArray("ensemble")
                .add("first")
                .add("tuned");
        ObjectNode levels = tree.putObject("factors").putObject("start");
        levels.putArray("published").add("first");
        levels.putArray("imported").add("tuned");
        ObjectNode contrast = tree.putArray("contrasts").addObject().put("name", "together");
        contrast.putArray("plus").add("both");
        contrast.putArray("minus").add("first");
        Map<String, StudyRecord.Network> networks = new LinkedHashMap<>();
        networks.put("dlib-resnet", new StudyRecord.Network("5c8b", "npm package", "5553", "CC0-1.0", "dlib 2017"));
        return new StudyRecord(
                StudySettings.FORMAT.read(tree, "defaults", ""),
                new StudyRecord.Made(new Software("0.1.0", "17", "Linux amd64"), 2, "cpu", "4e15", networks),
                Optional.of(new StudyRecord.ValidatedOn(
                        "elsewhere/manifest.csv",
                        "be8f",
                        "0.1.0",
                        2,
                        Map.of("kabuki", "none"),
                        List.of("unclear"),
                        Map.of("fold-0", "44a5"))));
    }
}
