package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;
import org.facies.statistic.ParallelRange;

/**
 * Comparison of readers with models: the contents of {@code metrics.json} under {@code readers}, {@code reader_sample},
 * {@code agreement}, {@code tests} and the keys of {@link ReadingResults}. Every value can be recomputed from {@code
 * predictions.csv}, {@code readers.csv} and, for the model that readers saw, {@code protocol.json}.
 *
 * @param readers by name, in the order of the file
 * @param agreement empty for a single reader
 */
public record ReaderStudy(
        ReaderSample sample,
        Map<String, ReaderEvaluation> readers,
        Optional<ReaderAgreement> agreement,
        ReaderComparisons tests,
        ReadingResults further) {

    public ReaderStudy {
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /** Evaluates the readers and compares them with the models on one thread. */
    public static ReaderStudy of(PredictionTable table, ReaderAnswers answers, EvaluationSettings settings) {
        return of(table, answers, Optional.empty(), settings, 1);
    }

    /**
     * Evaluates the readers and compares them with the models.
     *
     * @param table of models that were all tested on the same photos
     * @param answers read for this table
     * @param shown the model whose answers the readers saw before their second answers, if it is known
     * @param threads at least 1; the result does not depend on it
     */
    public static ReaderStudy of(
            PredictionTable table,
            ReaderAnswers answers,
            Optional<AdvisingModel> shown,
            EvaluationSettings settings,
            int threads) {
        ReaderCases cases = new ReaderCases(table, answers.level());
        SharedResamples resamples = new SharedResamples(settings, threads);
        return ParallelRange.both(
                threads,
                () -> Compared.of(table, answers, cases, resamples, threads),
                () -> Judged.of(answers, cases, resamples, threads),
                (compared, judged) -> new ReaderStudy(
                        judged.sample,
                        judged.readers,
                        compared.agreement,
                        compared.tests,
                        ReadingResults.of(answers, shown, cases, resamples)));
    }

    /** Comparisons of the readers with the models and with each other. */
    private record Compared(ReaderComparisons tests, Optional<ReaderAgreement> agreement) {
        static Compared of(
                PredictionTable table,
                ReaderAnswers answers,
                ReaderCases cases,
                SharedResamples resamples,
                int threads) {
            return ParallelRange.both(
                    threads,
                    () -> ReaderComparisons.of(table, answers, cases),
                    () -> ReaderAgreement.of(answers, cases, resamples),
                    Compared::new);
        }
    }

    /** The results of the models on the readers' cases, and of each reader. */
    private record Judged(ReaderSample sample, Map<String, ReaderEvaluation> readers) {
        static Judged of(ReaderAnswers answers, ReaderCases cases, SharedResamples resamples, int threads) {
            return ParallelRange.both(
                    threads,
                    () -> ReaderSample.of(cases, answers, resamples),
                    () -> readers(answers, cases, resamples, threads),
                    Judged::new);
        }

        private static Map<String, ReaderEvaluation> readers(
                ReaderAnswers answers, ReaderCases cases, SharedResamples resamples, int threads) {
            Map<String, ReaderEvaluation> readers = new LinkedHashMap<>();
            List<ReaderEvaluation> evaluated = ParallelRange.each(
                    answers.readers(), threads, reader -> ReaderEvaluation.of(reader, cases, resamples));
            for (int r = 0; r < evaluated.size(); r++) {
                readers.put(answers.readers().get(r).name(), evaluated.get(r));
            }
            return readers;
        }
    }
}
