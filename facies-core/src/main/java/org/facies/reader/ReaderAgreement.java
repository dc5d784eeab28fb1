package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.ResampledFigures;
import org.facies.metric.SharedResamples;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.AnswerCounts;
import org.facies.statistic.CohenKappa;
import org.facies.statistic.FleissKappa;
import org.facies.statistic.Interval;

/**
 * Agreement between readers, regardless of whether the answers are correct. A case with the answer "cannot say" is
 * excluded.
 *
 * @param n number of cases for which all readers named a class
 * @param fleiss Fleiss' kappa of all readers on these cases
 * @param perCategory agreement on each class against all others
 * @param pairs Cohen's kappa of every pair of readers on the cases that both answered
 */
public record ReaderAgreement(
        int n,
        @JsonProperty("fleiss_kappa") Fleiss fleiss,
        Map<String, Category> perCategory,
        @JsonProperty("cohen_kappa") List<Pair> pairs) {

    /**
     * Fleiss' kappa.
     *
     * @param interval percentile interval from subjects resampled within their class; undefined if resamples do not
     *     differ
     * @param standardError under the hypothesis of chance agreement
     * @param z {@code value / standardError}
     * @param p two-sided p value of the hypothesis of chance agreement
     * @param reason why the value or the interval is undefined; empty when both are defined
     */
    public record Fleiss(
            double value,
            @Inline Interval interval,
            String method,
            double standardError,
            double z,
            double p,
            @OmitEmpty String reason) {

        static Fleiss of(FleissKappa kappa, Interval interval, int cases, String ifNone) {
            String reason = Double.isNaN(kappa.value())
                    ? cases == 0 ? ifNone : ALL_OF_ONE_CLASS
                    : ResampledFigures.hasWidth(interval) ? "" : ResampledFigures.NO_WIDTH;
            return new Fleiss(
                    kappa.value(),
                    shown(interval),
                    Estimate.BOOTSTRAP,
                    kappa.standardError(),
                    kappa.z(),
                    kappa.p(),
                    reason);
        }
    }

    /**
     * Agreement on one class.
     *
     * @param value NaN, like all other values, if the class is always or never the answer
     */
    public record Category(double value, double standardError, double z, double p) {}

    /**
     * Cohen's kappa of two readers.
     *
     * @param n number of cases that both answered
     * @param reason why the value or the interval is undefined; empty when both are defined
     */
    public record Pair(
            String a,
            String b,
            int n,
            double value,
            @Inline Interval interval,
            @OmitEmpty String reason) {

        static Pair of(String a, String b, int n, CohenKappa kappa, String ifNone) {
            Interval interval = kappa.interval(EvaluationSettings.CONFIDENCE);
            String reason = Double.isNaN(kappa.value())
                    ? n == 0 ? ifNone : ALL_OF_ONE_CLASS
                    : ResampledFigures.hasWidth(interval)
                            ? ""
                            : "there is no disagreement, so the uncertainty cannot be estimated";
            return new Pair(a, b, n, kappa.value(), shown(interval), reason);
        }
    }

    private static final String ALL_OF_ONE_CLASS = "all answers are of one class";

    public ReaderAgreement {
        perCategory = Collections.unmodifiableMap(new LinkedHashMap<>(perCategory));
        pairs = List.copyOf(pairs);
    }

    /** The agreement; empty for a single reader. */
    static Optional<ReaderAgreement> of(ReaderAnswers answers, ReaderCases cases, SharedResamples resamples) {
        if (answers.readers().size() < 2) {
            return Optional.empty();
        }
        List<String> common = List.copyOf(namedByAll(answers));
        AnswerCounts counts = new AnswerCounts(counts(answers, common, cases.classes()));
        FleissKappa kappa = counts.kappa();
        return Optional.of(new ReaderAgreement(
                common.size(),
                Fleiss.of(
                        kappa,
                        interval(counts, common, cases, resamples),
                        common.size(),
                        answers.judgedByAll().isEmpty()
                                ? "no case was answered by all readers"
                                : "there is no case for which all readers named a class"),
                categories(kappa, cases.classes()),
                pairs(answers, cases.classes())));
    }

    /** The cases for which every reader named a class, in order of appearance. */
    private static Set<String> namedByAll(ReaderAnswers answers) {
        Set<String> common = answers.judgedByAll();
        answers.readers().forEach(reader -> common.removeAll(reader.unanswered()));
        return common;
    }

    /** The agreement on each class, which is undefined without a case. */
    private static Map<String, Category> categories(FleissKappa kappa, List<String> classes) {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            FleissKappa.OfCategory one = kappa.categories().isEmpty()
                    ? new FleissKappa.OfCategory(Double.NaN, Double.NaN)
                    : kappa.categories().get(c);
            categories.put(classes.get(c), new Category(one.value(), one.standardError(), one.z(), one.p()));
        }
        return categories;
    }

    private static Interval shown(Interval interval) {
        return ResampledFigures.hasWidth(interval) ? interval : Interval.UNDEFINED;
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
        AnswerPairs both = new AnswerPairs(a.answers(), b.answers());
        String ifNone = a.unanswered().isEmpty() && b.unanswered().isEmpty()
                ? "the readers have no case in common"
                : "there is no case for which both readers named a class";
        return Pair.of(a.name(), b.name(), both.size(), both.kappa(classes), ifNone);
    }
}
