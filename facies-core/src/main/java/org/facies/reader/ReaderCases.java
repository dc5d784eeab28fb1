package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/**
 * The cases of a reader study with their true classes, and the answers of readers in the form of predictions.
 */
final class ReaderCases {
    private final PredictionTable table;
    private final Level level;
    private final Map<String, Prediction> byId = new LinkedHashMap<>();

    ReaderCases(PredictionTable table, Level level) {
        this.table = table;
        this.level = level;
        table.of(table.models().get(0)).forEach(prediction -> byId.putIfAbsent(id(prediction), prediction));
    }

    Level level() {
        return level;
    }

    List<String> classes() {
        return table.classes();
    }

    Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    String diagnosis(String id) {
        return byId.get(id).diagnosis();
    }

    String subject(String id) {
        return byId.get(id).subject();
    }

    /** The number of cases of each class, in class order. */
    Map<String, Long> support(Set<String> ids) {
        Map<String, Long> support = new LinkedHashMap<>();
        classes().forEach(name -> support.put(name, 0L));
        ids.forEach(id -> support.merge(diagnosis(id), 1L, Long::sum));
        return support;
    }

    /** The predictions of the models for these cases. */
    PredictionTable models(Set<String> ids) {
        return table.only(prediction -> ids.contains(id(prediction)));
    }

    /** The answers as predictions: probability 1 for the chosen class, equal probabilities for "cannot say". */
    PredictionTable answers(Reader reader) {
        return asModel(reader, answer -> answer.isGiven() ? probabilities(answer.diagnosis(), 1) : equal());
    }

    /**
     * The answers as predictions with the probabilities from the reader. Without probabilities, the chosen class has
     * the confidence, and the other classes share the rest equally. "Cannot say" gives all classes equal probabilities.
     * Every answer must be {@link Answer#isWeighed weighed}.
     */
    PredictionTable confidences(Reader reader) {
        return asModel(reader, this::weighed);
    }

    private List<Double> weighed(Answer answer) {
        if (!answer.probabilities().isEmpty()) {
            return answer.probabilities();
        }
        return answer.isGiven()
                ? probabilities(answer.diagnosis(), answer.confidence().orElseThrow())
                : equal();
    }

    private List<Double> equal() {
        return Collections.nCopies(classes().size(), 1.0 / classes().size());
    }

    /** The answers with the true classes, in the order of the answers. */
    List<JudgedCase> judged(Reader reader) {
        return JudgedCase.of(answers(reader), reader.name(), level, reader.unanswered());
    }

    /** The same cases with class probabilities; every answer must be {@link Answer#isWeighed weighed}. */
    List<JudgedCase> weighed(Reader reader) {
        return JudgedCase.of(confidences(reader), reader.name(), level);
    }

    /** Whether an answer names the true class. */
    boolean isCorrect(Answer answer) {
        return answer.diagnosis().equals(diagnosis(answer.caseId()));
    }

    private PredictionTable asModel(Reader reader, Function<Answer, List<Double>> probabilities) {
        List<Prediction> predictions = reader.answers().stream()
                .map(answer -> new Prediction(
                        reader.name(),
                        0,
                        answer.caseId(),
                        subject(answer.caseId()),
                        diagnosis(answer.caseId()),
                        probabilities.apply(answer)))
                .toList();
        return new PredictionTable(classes(), predictions);
    }

    private List<Double> probabilities(String answer, double confidence) {
        double other = (1 - confidence) / (classes().size() - 1);
        return IntStream.range(0, classes().size())
                .mapToObj(c -> classes().get(c).equals(answer) ? confidence : other)
                .toList();
    }

    private String id(Prediction prediction) {
        return level == Level.PHOTO ? prediction.photo() : prediction.subject();
    }
}
