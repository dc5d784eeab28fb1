package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Metric;
import org.facies.reader.AidedReader;
import org.facies.reader.AidedTest;
import org.facies.reader.Following;
import org.facies.reader.PositionEffect;
import org.facies.reader.ReaderEvaluation;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;

/** The design of a reader study as sentences for a paper: simulated readers, arms, repeated cases, order of cases. */
final class ReadingText {
    /** With fewer readers, conclusions about readers in general are reported as uncertain. */
    private static final int FEW_READERS = 5;

    private final Run run;
    private final Map<String, ReaderEvaluation> readers;

    ReadingText(Run run) {
        this.run = run;
        this.readers = run.metrics().readers().orElse(Map.of());
    }

    private long simulatedReaders() {
        return readers.values().stream()
                .filter(reader -> reader.simulated().orElse(false))
                .count();
    }

    /** The name of a metric that readers are compared in. */
    static String metric(String key) {
        return key.equals(Metric.AUC_OVR_MACRO.key()) ? "macro AUC" : key.replace('_', ' ');
    }

    Optional<String> simulated() {
        long count = simulatedReaders();
        if (count == 0) {
            return Optional.empty();
        }
        String who = count == readers.size()
                ? "All readers were"
                : Phrases.counted(count, "reader") + (count == 1 ? " was" : " were");
        return Optional.of(who + " simulated: a program generated the answers, and no person took part.");
    }

    Optional<String> cannotSay() {
        return readers.values().stream().anyMatch(reader -> reader.cannotSay().isPresent())
                ? Optional.of(
                        "Readers could answer “cannot say”. Such an answer counted as incorrect and as a prediction"
                                + " of no class; in areas under the ROC curve, it counted as equal probabilities of"
                                + " all classes.")
                : Optional.empty();
    }

    Optional<String> aided() {
        return run.metrics().reading().readersAided().map(aided -> {
            String model = aided.perReader().values().stream()
                    .map(AidedReader::following)
                    .flatMap(Optional::stream)
                    .map(Following::model)
                    .findFirst()
                    .map(name -> " of the model " + name)
                    .orElse(" of a model");
            String figures = Phrases.list(aided.tests().stream()
                    .map(AidedTest::figure)
                    .map(ReadingText::metric)
                    .toList());
            String test = aided.tests().isEmpty()
                    ? ""
                    : " Answers with and without the model were compared as two modalities by the method of"
                            + " Obuchowski and Rockette (1995) with the degrees of freedom of Hillis (2007) and"
                            + " random readers and cases, for "
                            + figures + ". Error covariances were estimated by the jackknife over children.";
            return Phrases.capitalised(Phrases.counted(aided.readers().size(), "reader"))
                    + " read in the sequential arm: they gave a first answer, which was locked, saw the answer" + model
                    + ", and gave a second answer. All other comparisons use the first answers." + test
                    + " The change of each reader has an interval from Student\u2019s t distribution, with the"
                    + " jackknife error of leaving out one child at a time within its class.";
        });
    }

    Optional<String> repeats() {
        return run.metrics()
                .reading()
                .readersRepeated()
                .map(repeats -> "Intra-reader agreement was measured by Cohen\u2019s kappa on cases that were shown"
                        + " twice. All other results use the first answer to a case.");
    }

    Optional<String> position() {
        return run.metrics()
                .reading()
                .readersByPosition()
                .map(effect -> "Learning and fatigue were examined over "
                        + (effect.division() == PositionEffect.Division.BLOCK ? "the blocks" : "fifths")
                        + " of each reader\u2019s own case order. The effect is the mean of the"
                        + " readers\u2019 least-squares slopes, with an interval from Student\u2019s"
                        + " t distribution over readers.");
    }

    List<String> limitations() {
        List<String> sentences = new ArrayList<>();
        simulated().ifPresent(sentence -> sentences.add(sentence + " Their results say nothing about clinicians."));
        if (readers.size() > 1 && readers.size() < FEW_READERS) {
            sentences.add("Only " + Phrases.counted(readers.size(), "reader")
                    + " took part, so conclusions about readers in general are uncertain.");
        }
        run.metrics()
                .reading()
                .readersAided()
                .ifPresent(aided -> sentences.add(
                        "Readers saw the model’s answer after giving their own first answer. Readers who see"
                                + " it from the start may answer differently."));
        return sentences;
    }
}
