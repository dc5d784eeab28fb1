package org.facies.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.facies.cohort.AgeBand;
import org.facies.cohort.Subject;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.AuditReport.Predictability;
import org.facies.result.AuditReport.Shortcut;
import org.facies.result.AuditReport.Shortcuts;
import org.facies.statistic.MultipleTesting;

/** Tests whether the diagnosis can be predicted from anything other than the face. */
final class ShortcutCheck {
    /** Limit of the corrected p: a cohort without confounding raises an alarm in one of a hundred cases. */
    private static final double ALARM = 0.01;

    /** The smallest area under the ROC curve that a check should find. */
    static final double WORTH_FINDING = 0.7;

    private static final int MOST_VALUES = 30;
    private static final List<String> COLUMNS = List.of("site", "sex", "ancestry");

    private final AuditedCohort audited;

    ShortcutCheck(AuditedCohort audited) {
        this.audited = audited;
    }

    Shortcuts run(PredictabilityCheck.Design design) {
        Map<String, double[][]> features = new LinkedHashMap<>();
        COLUMNS.forEach(column -> column(column).ifPresent(rows -> features.put(column + " (as recorded)", rows)));
        age().ifPresent(rows -> features.put("age (as recorded)", rows));
        for (Trait trait : Trait.values()) {
            features.put(trait.words(), audited.means(trace -> trace.withoutFace(trait)));
        }
        Map<String, Predictability> results = new LinkedHashMap<>();
        features.forEach((name, rows) -> results.put(name, PredictabilityCheck.of(rows, design)));
        double[] corrected = MultipleTesting.holm(
                results.values().stream().mapToDouble(Predictability::p).toArray());
        List<Shortcut> checks = new ArrayList<>();
        results.forEach((name, result) -> {
            double p = corrected[checks.size()];
            Level level =
                    p < ALARM ? Level.ALARM : power(result, results.size()).ofNothingFound();
            checks.add(new Shortcut(name, result, p, level));
        });
        return new Shortcuts(checks, BackgroundCheck.of(audited, design));
    }

    /**
     * The probability of an alarm if the area were {@link #WORTH_FINDING}.
     *
     * @param checks that p values are corrected for
     */
    static CheckPower power(Predictability result, int checks) {
        return CheckPower.ofEffect(result.auc(), WORTH_FINDING - 0.5, ALARM / checks);
    }

    /** One column of zeros and ones for each value; empty if there are fewer than two values, or too many. */
    private Optional<double[][]> column(String column) {
        List<Subject> subjects = audited.cohort().subjects();
        TreeSet<String> values = new TreeSet<>();
        subjects.forEach(subject -> values.add(subject.attributes().getOrDefault(column, "")));
        if (values.size() < 2 || values.size() > MOST_VALUES) {
            return Optional.empty();
        }
        List<String> order = List.copyOf(values);
        double[][] rows = new double[subjects.size()][order.size()];
        for (int s = 0; s < rows.length; s++) {
            rows[s][order.indexOf(subjects.get(s).attributes().getOrDefault(column, ""))] = 1;
        }
        return Optional.of(rows);
    }

    /** The age, its square, and whether it is missing. */
    private Optional<double[][]> age() {
        List<Subject> subjects = audited.cohort().subjects();
        double[][] rows = new double[subjects.size()][3];
        boolean any = false;
        for (int s = 0; s < rows.length; s++) {
            OptionalDouble months =
                    AgeBand.monthsOf(subjects.get(s).attributes().getOrDefault("age_months", ""));
            any |= months.isPresent();
            double years = months.orElse(0) / 12;
            rows[s] = new double[] {years, years * years, months.isPresent() ? 0 : 1};
        }
        return any ? Optional.of(rows) : Optional.empty();
    }
}
