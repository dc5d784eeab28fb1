package org.facies.report.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facies.calibration.CalibrationFigures;
import org.facies.result.ModelResult;
import org.facies.subgroup.GroupFigures;

/** How far one model can be trusted, as {@code metrics.json} holds it; what is not there is empty. */
public final class Uncertainty {
    private final ModelResult model;

    Uncertainty(ModelResult model) {
        this.model = model;
    }

    /**
     * What scaling does to the probabilities.
     *
     * @param rows figures by what they are of: before, temperature, vector, after, change
     * @param methods which method was chosen, by fold
     * @param bins of the reliability diagram after scaling
     */
    public record Calibration(Map<String, CalibrationRow> rows, List<String> methods, List<Bin> bins) {}

    /** Figures of one way to scale. */
    public record CalibrationRow(Estimate logLoss, Estimate brier, Estimate error) {}

    /** Answers of similar confidence. */
    public record Bin(int index, int count, double confidence, double right) {}

    /**
     * Prediction sets of one score and level.
     *
     * @param perClass coverage by class
     */
    public record Sets(
            String conformity,
            int levelPercent,
            String assurance,
            Estimate coverage,
            Estimate meanSize,
            Estimate empty,
            Estimate single,
            Estimate singleRight,
            Map<String, ClassCoverage> perClass) {}

    /** Coverage of a class, and whether it has the subjects that a level needs. */
    public record ClassCoverage(long subjects, long needed, boolean enough, Estimate coverage) {}

    /** What is gained by not answering: the area, the curve of coverage and accuracy, and learnt thresholds. */
    public record Abstention(Estimate aurc, double perfect, List<CurvePoint> curve, List<Target> targets) {}

    /** Share of subjects that is answered, and share of the answers that is right. */
    public record CurvePoint(double coverage, double accuracy) {}

    /** A wanted coverage, and what its threshold reached. */
    public record Target(double wanted, Estimate answered, Estimate accuracy) {}

    /** Any syndrome against none. */
    public record Screening(String unaffected, long affected, long well, Estimate auc, List<OperatingPoint> points) {}

    /** What a threshold reached that held sensitivity or specificity on the other folds. */
    public record OperatingPoint(
            String fixed, double at, Estimate sensitivity, Estimate specificity, List<Predictive> predictive) {}

    /** Predictive values at a prevalence. */
    public record Predictive(double prevalence, Estimate positive, Estimate negative) {}

    /** Which syndrome, given that there is one. */
    public record Naming(long subjects, Estimate accuracy, double commonest, Map<String, Estimate> recall) {}

    /** "None of these" said of the cohort's own. */
    public record Novelty(
            double nominal,
            Estimate refused,
            Map<String, Estimate> perClass,
            Estimate rightKept,
            Estimate rightRefused) {}

    /** A column of the manifest. */
    public record Column(String name, String finding, List<Group> groups) {}

    /** A group of a column; sensitivity and specificity by class. */
    public record Group(
            String name,
            long n,
            Estimate accuracy,
            Estimate error,
            Estimate overconfidence,
            Map<String, Estimate> sensitivity,
            Map<String, Estimate> specificity) {}

    public Optional<Calibration> calibration() {
        return model.calibration().map(core -> {
            Map<String, CalibrationRow> rows = new LinkedHashMap<>();
            rows.put("before", row(core.before()));
            rows.put("temperature", row(core.temperature()));
            rows.put("vector", row(core.vector()));
            rows.put("after", row(core.after()));
            rows.put("change", row(core.change()));
            List<String> methods =
                    core.fits().stream().map(fit -> fit.method().key()).toList();
            List<Bin> bins = core.reliabilityAfter().stream()
                    .map(bin -> new Bin(
                            bin.index(),
                            bin.n(),
                            bin.confidence(),
                            bin.correct().value()))
                    .toList();
            return new Calibration(rows, methods, bins);
        });
    }

    private static CalibrationRow row(CalibrationFigures core) {
        return new CalibrationRow(Estimate.of(core.logLoss()), Estimate.of(core.brierSum()), Estimate.of(core.ece15()));
    }

    /** In the order of the file; empty if there are none. */
    public List<Sets> sets() {
        return model.conformal().orElse(List.of()).stream()
                .map(core -> new Sets(
                        core.conformity().key(),
                        core.levelPercent(),
                        core.assurance().key(),
                        Estimate.of(core.coverage()),
                        Estimate.of(core.meanSize()),
                        Estimate.of(core.empty()),
                        Estimate.of(core.single()),
                        Estimate.of(core.singleRight()),
                        each(
                                core.perClass(),
                                own -> new ClassCoverage(
                                        own.subjects(), own.needed(), own.enough(), Estimate.of(own.coverage())))))
                .toList();
    }

    public Optional<Abstention> abstention() {
        return model.abstention()
                .map(core -> new Abstention(
                        Estimate.of(core.aurc()),
                        core.aurcPerfect(),
                        core.curve().stream()
                                .map(point -> new CurvePoint(point.coverage(), point.accuracy()))
                                .toList(),
                        core.targets().stream()
                                .map(target -> new Target(
                                        target.wanted(),
                                        Estimate.of(target.answered()),
                                        Estimate.of(target.accuracy())))
                                .toList()));
    }

    public Optional<Screening> screening() {
        return model.screening()
                .map(core -> new Screening(
                        core.unaffected(),
                        core.affectedSubjects(),
                        core.unaffectedSubjects(),
                        Estimate.of(core.auc()),
                        core.points().stream().map(Uncertainty::operatingPoint).toList()));
    }

    private static OperatingPoint operatingPoint(org.facies.uncertainty.Screening.ThresholdPerformance core) {
        return new OperatingPoint(
                core.fixed().name().toLowerCase(Locale.ROOT),
                core.at(),
                Estimate.of(core.sensitivity()),
                Estimate.of(core.specificity()),
                core.predictive().stream()
                        .map(value -> new Predictive(
                                value.prevalence(), Estimate.of(value.positive()), Estimate.of(value.negative())))
                        .toList());
    }

    public Optional<Naming> naming() {
        return model.naming()
                .map(core -> new Naming(
                        core.subjects(),
                        Estimate.of(core.accuracy()),
                        core.majority(),
                        each(core.recall(), Estimate::of)));
    }

    public Optional<Novelty> novelty() {
        return model.novelty()
                .map(core -> new Novelty(
                        core.nominal(),
                        Estimate.of(core.refused()),
                        each(core.perClass(), Estimate::of),
                        Estimate.of(core.rightKept()),
                        Estimate.of(core.rightRefused())));
    }

    /** In the order of the file; empty if there are none. */
    public List<Column> columns() {
        return model.subgroups().orElse(List.of()).stream()
                .map(core -> new Column(
                        core.column(),
                        core.finding(),
                        core.groups().stream().map(Uncertainty::group).toList()))
                .toList();
    }

    private static Group group(GroupFigures core) {
        return new Group(
                core.group(),
                core.n(),
                Estimate.of(core.accuracy()),
                Estimate.of(core.ece15()),
                Estimate.of(core.overconfidence()),
                each(core.perClass(), own -> Estimate.of(own.sensitivity())),
                each(core.perClass(), own -> Estimate.of(own.specificity())));
    }

    private static <A, B> Map<String, B> each(Map<String, A> from, Function<A, B> of) {
        Map<String, B> values = new LinkedHashMap<>();
        from.forEach((name, value) -> values.put(name, of.apply(value)));
        return values;
    }
}
