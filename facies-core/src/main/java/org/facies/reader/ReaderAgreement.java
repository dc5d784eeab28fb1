package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.JsonNumber;
import org.facies.metric.Resampled;
import org.facies.metric.SharedResamples;
import org.facies.statistic.AnswerCounts;
import org.facies.statistic.CohenKappa;
import org.facies.statistic.FleissKappa;
import org.facies.statistic.Interval;

/**
 * How far readers agree with each other, whether rightly or not.
 *
 * @param n cases that all readers judged
 * @param classes in category order
 * @param fleiss all readers on these cases
 * @param interval of Fleiss' kappa: percentiles over subjects resampled within their class
 * @param pairs every two readers on the cases that both judged
 */
public record ReaderAgreement(int n, List<String> classes, FleissKappa fleiss, Interval interval, List<Pair> pairs) {

    /** Two readers. */
    public record Pair(String a, String b, int n, CohenKappa kappa) {}

    public ReaderAgreement {
        classes = List.copyOf(classes);
        pairs = List.copyOf(pairs);
    }

    /** Empty for a single reader. */
    static Optional<ReaderAgreement> of(ReaderAnswers answers, ReaderCases cases, SharedResamples resamples) {
        if (answers.readers().size() < 2) {
            return Optional.empty();
        }
        List<String> common = List.copyOf(answers.judgedByAll());
        AnswerCounts counts = new AnswerCounts(counts(answers, common, cases.classes()));
        return Optional.of(new ReaderAgreement(
                common.size(),
                cases.classes(),
                counts.kappa(),
                interval(counts, common, cases, resamples),
                pairs(answers, cases.classes())));
    }

    private static int[][] counts(ReaderAnswers answers, List<String> common, List<String> classes) {
        Map<String, Integer> row = new HashMap<>();
        common.forEach(id -> row.put(id, row.size()));
        int[][] counts = new int[common.size()][classes.size()];
        for (Reader reader : answers.readers()) {
            for (Answer answer : reader.answers()) {
                if (row.containsKey(answer.caseId())) {
                    counts[row.get(answer.caseId())][classes.indexOf(answer.diagnosis())]++;
                }
            }
        }
        return counts;
    }

    private static Interval interval(
            AnswerCounts counts, List<String> common, ReaderCases cases, SharedResamples resamples) {
        Map<String, Integer> classes = new TreeMap<>();
        common.forEach(
                id -> classes.putIfAbsent(cases.subject(id), cases.classes().indexOf(cases.diagnosis(id))));
        List<Double> drawn = new SubjectWeights(
                        classes, common.stream().map(cases::subject).toList())
                .resampled(resamples, weights -> counts.kappa(weights).value());
        double[] defined = drawn.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return defined.length < 0.9 * drawn.size()
                ? Interval.UNDEFINED
                : Interval.percentile(defined, EvaluationSettings.CONFIDENCE);
    }

    private static List<Pair> pairs(ReaderAnswers answers, List<String> classes) {
        List<Pair> pairs = new ArrayList<>();
        List<Reader> readers = answers.readers();
        for (int a = 0; a < readers.size(); a++) {
            for (int b = a + 1; b < readers.size(); b++) {
                pairs.add(pair(readers.get(a), readers.get(b), classes));
            }
        }
        return pairs;
    }

    private static Pair pair(Reader a, Reader b, List<String> classes) {
        Map<String, Integer> answered = new HashMap<>();
        a.answers().forEach(answer -> answered.put(answer.caseId(), classes.indexOf(answer.diagnosis())));
        List<Answer> shared = b.answers().stream()
                .filter(answer -> answered.containsKey(answer.caseId()))
                .toList();
        int[] first = shared.stream()
                .mapToInt(answer -> answered.get(answer.caseId()))
                .toArray();
        int[] second = shared.stream()
                .mapToInt(answer -> classes.indexOf(answer.diagnosis()))
                .toArray();
        return new Pair(a.name(), b.name(), first.length, CohenKappa.of(first, second, classes.size()));
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", n);
        Map<String, Object> all = kappa(fleiss.value(), interval);
        all.put("method", Estimate.BOOTSTRAP);
        all.put("standard_error", JsonNumber.orNull(fleiss.standardError()));
        all.put("z", JsonNumber.orNull(fleiss.z()));
        all.put("p", JsonNumber.orNull(fleiss.p()));
        if (Double.isNaN(fleiss.value())) {
            all.put("reason", n == 0 ? "no case was judged by all readers" : "all answers are of one class");
        } else if (!Resampled.hasWidth(interval)) {
            all.put("reason", Resampled.NO_WIDTH);
        }
        json.put("fleiss_kappa", all);
        Map<String, Object> categories = new LinkedHashMap<>();
        for (int c = 0; c < fleiss.categories().size(); c++) {
            FleissKappa.OfCategory one = fleiss.categories().get(c);
            Map<String, Object> category = new LinkedHashMap<>();
            category.put("value", JsonNumber.orNull(one.value()));
            category.put("standard_error", JsonNumber.orNull(one.standardError()));
            category.put("z", JsonNumber.orNull(one.z()));
            category.put("p", JsonNumber.orNull(one.p()));
            categories.put(classes.get(c), category);
        }
        json.put("per_category", categories);
        json.put("cohen_kappa", pairs.stream().map(ReaderAgreement::json).toList());
        return json;
    }

    private static Map<String, Object> json(Pair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", pair.a());
        json.put("b", pair.b());
        json.put("n", pair.n());
        json.putAll(kappa(pair.kappa().value(), pair.kappa().interval(EvaluationSettings.CONFIDENCE)));
        if (Double.isNaN(pair.kappa().value())) {
            json.put("reason", pair.n() == 0 ? "they judged no case in common" : "all answers are of one class");
        } else if (!Resampled.hasWidth(pair.kappa().interval(EvaluationSettings.CONFIDENCE))) {
            json.put("reason", "they never disagree, which says nothing of the uncertainty");
        }
        return json;
    }

    private static Map<String, Object> kappa(double value, Interval interval) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", JsonNumber.orNull(value));
        Interval shown = Resampled.hasWidth(interval) ? interval : Interval.UNDEFINED;
        json.put("low", JsonNumber.orNull(shown.low()));
        json.put("high", JsonNumber.orNull(shown.high()));
        return json;
    }
}
