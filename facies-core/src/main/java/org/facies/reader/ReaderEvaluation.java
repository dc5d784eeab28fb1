package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.ClassEvaluation;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.FigureSet;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.PredictionTable;
import org.facies.metric.Share;
import org.facies.metric.SharedResamples;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;

/**
 * The metrics of one reader, with the same definitions and intervals as for a model. Areas under curves require a
 * confidence for every answer. Metrics of probabilities (log loss, Brier score, calibration error) are not computed for
 * readers.
 *
 * @param n number of answers
 * @param experience as in the file, or empty
 * @param medianSeconds of the answers that have a time
 * @param perClass by class, in class order
 * @param confusion [classes][classes], rows are true classes, columns are answers
 * @param correctedToCohort metrics standardised to the class frequencies of the cohort; empty if the reader
 *     answered all of it
 * @param cannotSay present if the reader answered "cannot say" at least once. Such a case counts as incorrect in
 *     accuracy and recall, is an answer of no class, and has equal class probabilities in areas under curves
 * @param simulated true if a program generated the answers; empty otherwise
 */
public record ReaderEvaluation(
        long n,
        @OmitEmpty String experience,
        Optional<Double> medianSeconds,
        Estimate accuracy,
        Estimate balancedAccuracy,
        Estimate macroPrecision,
        Estimate macroRecall,
        Estimate macroF1,
        Estimate weightedF1,
        Estimate cohenKappa,
        Estimate mcc,
        Estimate aucOvrMacro,
        Map<String, OfClass> perClass,
        List<List<Long>> confusion,
        Optional<CorrectedFigures> correctedToCohort,
        Optional<CannotSay> cannotSay,
        Optional<Boolean> simulated) {

    /**
     * The cases with the answer "cannot say".
     *
     * @param share proportion of all cases
     * @param accuracyOfAnswered accuracy on the other cases
     * @param byClass number of these cases by true class
     */
    public record CannotSay(long n, Estimate share, Estimate accuracyOfAnswered, Map<String, Long> byClass) {
        public CannotSay {
            byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
        }

        static Optional<CannotSay> of(Reader reader, ReaderCases cases) {
            Set<String> unanswered = reader.unanswered();
            long answered = reader.answers().stream().filter(Answer::isGiven).count();
            long correct = reader.answers().stream().filter(cases::isCorrect).count();
            return unanswered.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CannotSay(
                            unanswered.size(),
                            Share.of(unanswered.size(), reader.answers().size(), ""),
                            Share.of(correct, answered, "the reader named no class for any case"),
                            cases.support(unanswered)));
        }
    }

    /**
     * One class against all others.
     *
     * @param support number of cases of the class
     */
    public record OfClass(
            Estimate precision, Estimate recall, Estimate f1, Estimate specificity, Estimate auc, long support) {

        static OfClass of(ClassEvaluation answers, Estimate auc) {
            return new OfClass(
                    answers.get(ClassMetric.PRECISION),
                    answers.get(ClassMetric.RECALL),
                    answers.get(ClassMetric.F1),
                    answers.get(ClassMetric.SPECIFICITY),
                    auc,
                    answers.support());
        }

        /** A metric; average precision is not computed for readers. Areas are over all pairs of cases. */
        public Estimate get(ClassMetric metric) {
            return switch (metric) {
                case PRECISION -> precision;
                case RECALL -> recall;
                case F1 -> f1;
                case SPECIFICITY -> specificity;
                case AUC, AUC_OVR_WITHIN_FOLDS -> auc;
                case AVERAGE_PRECISION -> throw new IllegalArgumentException(metric + " is not computed for readers");
            };
        }
    }

    public ReaderEvaluation {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    static ReaderEvaluation of(Reader reader, ReaderCases cases, SharedResamples resamples) {
        PredictionTable table = cases.answers(reader);
        LevelEvaluation answers =
                Evaluation.ofAnswers(cases.level(), table, reader.name(), reader.unanswered(), resamples);
        Optional<LevelEvaluation> areas = areas(reader, cases, resamples);
        Estimate none = withoutConfidence(reader);
        Map<String, OfClass> perClass = new LinkedHashMap<>();
        answers.perClass()
                .forEach((name, one) -> perClass.put(
                        name,
                        OfClass.of(
                                one,
                                areas.map(all -> all.perClass().get(name).get(ClassMetric.AUC))
                                        .orElse(none))));
        return new ReaderEvaluation(
                answers.n(),
                reader.experience(),
                reader.medianSeconds().stream().boxed().findFirst(),
                answers.get(Metric.ACCURACY),
                answers.get(Metric.BALANCED_ACCURACY),
                answers.get(Metric.MACRO_PRECISION),
                answers.get(Metric.MACRO_RECALL),
                answers.get(Metric.MACRO_F1),
                answers.get(Metric.WEIGHTED_F1),
                answers.get(Metric.COHEN_KAPPA),
                answers.get(Metric.MCC),
                areas.map(all -> all.get(Metric.AUC_OVR_MACRO)).orElse(none),
                perClass,
                answers.confusion(),
                corrected(reader, cases, resamples),
                CannotSay.of(reader, cases),
                reader.isSimulated() ? Optional.of(true) : Optional.empty());
    }

    /** Areas from the confidences; empty if an answer has none. */
    private static Optional<LevelEvaluation> areas(Reader reader, ReaderCases cases, SharedResamples resamples) {
        return !reader.isWeighed()
                ? Optional.empty()
                : Optional.of(Evaluation.at(
                        cases.level(), cases.confidences(reader), reader.name(), FigureSet.AREAS, resamples));
    }

    private static Optional<CorrectedFigures> corrected(Reader reader, ReaderCases cases, SharedResamples resamples) {
        boolean judgedAll = reader.answers().size() == cases.ids().size();
        return judgedAll
                ? Optional.empty()
                : Optional.of(CorrectedFigures.of(
                        new PrevalenceCorrection(cases.support(cases.ids()), resamples).of(cases.judged(reader))));
    }

    private static Estimate withoutConfidence(Reader reader) {
        List<Answer> given = reader.answers().stream().filter(Answer::isGiven).toList();
        String reason =
                given.stream().filter(Answer::isWeighed).count() + " of " + given.size() + " answers have a confidence";
        return new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
    }

    /**
     * One of the metrics. A reader uses the same scale for the cases of all folds, so areas are over all pairs.
     *
     * @throws IllegalArgumentException if the metric is not computed for readers
     */
    public Estimate get(Metric metric) {
        return switch (metric) {
            case ACCURACY -> accuracy;
            case BALANCED_ACCURACY -> balancedAccuracy;
            case MACRO_PRECISION -> macroPrecision;
            case MACRO_RECALL -> macroRecall;
            case MACRO_F1 -> macroF1;
            case WEIGHTED_F1 -> weightedF1;
            case COHEN_KAPPA -> cohenKappa;
            case MCC -> mcc;
            case AUC_OVR_MACRO, AUC_OVR_MACRO_WITHIN_FOLDS -> aucOvrMacro;
            case AUC_HAND_TILL, LOG_LOSS, BRIER_SUM, ECE15 ->
                throw new IllegalArgumentException(metric + " is not computed for readers");
        };
    }
}
