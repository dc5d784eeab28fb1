package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.file.JsonFile;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;
import org.facies.statistic.ParallelRange;

/**
 * Readers beside models: what {@code metrics.json} holds under {@code readers}, {@code reader_sample}, {@code agreement} and
 * {@code tests}. Every figure can be computed again from {@code predictions.csv} and {@code readers.csv}.
 *
 * @param readers by name, in the order of the file
 * @param agreement empty for a single reader
 */
public record ReaderStudy(
        ReaderSample sample,
        Map<String, ReaderEvaluation> readers,
        Optional<ReaderAgreement> agreement,
        ReaderComparisons tests) {
    private static final String AGREEMENT = "agreement";

    public ReaderStudy {
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /** Evaluates the readers and compares them with the models, on one thread. */
    public static ReaderStudy of(PredictionTable table, ReaderAnswers answers, EvaluationSettings settings) {
        return of(table, answers, settings, 1);
    }

    /**
     * Evaluates the readers and compares them with the models.
     *
     * @param table of models that were all tested on the same photos
     * @param answers read for this table
     * @param threads at least 1; the result does not depend on it
     */
    public static ReaderStudy of(
            PredictionTable table, ReaderAnswers answers, EvaluationSettings settings, int threads) {
        ReaderCases cases = new ReaderCases(table, answers.level());
        SharedResamples resamples = new SharedResamples(settings, threads);
        return ParallelRange.both(
                threads,
                () -> Compared.of(table, answers, cases, resamples, threads),
                () -> Judged.of(answers, cases, resamples, threads),
                (compared, judged) ->
                        new ReaderStudy(judged.sample, judged.readers, compared.agreement, compared.tests));
    }

    /** Readers with the models and with each other. */
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

    /** Models on the readers' cases, and each reader alone. */
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
            ParallelRange.each(answers.readers(), threads, reader -> ReaderEvaluation.of(reader, cases, resamples))
                    .forEach(one -> readers.put(one.reader().name(), one));
            return readers;
        }
    }

    /** Writes {@code metrics.json} of the evaluation with the readers in it. */
    public void write(Path json, Evaluation evaluation) {
        JsonFile.write(json, into(JsonFile.node(evaluation)));
    }

    /**
     * Puts the readers into the content of a {@code metrics.json}, in place of any that were there.
     *
     * @param metrics an object, which is changed
     */
    public JsonNode into(JsonNode metrics) {
        ObjectNode tree = (ObjectNode) metrics;
        ObjectNode own = (ObjectNode) JsonFile.node(this);
        JsonNode tests = own.remove("tests");
        tests.properties().forEach(test -> tree.withObject("/tests").set(test.getKey(), test.getValue()));
        tree.remove(AGREEMENT);
        tree.setAll(own);
        return tree;
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reader_sample", sample);
        json.put("readers", readers);
        agreement.ifPresent(known -> json.put(AGREEMENT, known));
        json.put("tests", tests);
        return json;
    }
}
