package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.reader.AidedReader;
import org.facies.reader.AidedTest;
import org.facies.reader.Following;
import org.facies.reader.PositionEffect;
import org.facies.reader.ReaderEvaluation;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;

/** How a reader study was done, beyond one answer to each case, as sentences for a paper's methods and limitations. */
final class ReadingText {
    /** An interval that stands for other readers rests on too few of them. */
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

    Optional<String> simulated() {
        long count = simulatedReaders();
        if (count == 0) {
            return Optional.empty();
        }
        String who = count == readers.size()
                ? "All readers were"
                : Phrases.counted(count, "reader") + (count == 1 ? " was" : " were");
        return Optional.of(who + " simulated: a program made the answers, and no person took part.");
    }

    Optional<String> cannotSay() {
        return readers.values().stream().anyMatch(reader -> reader.cannotSay().isPresent())
                ? Optional.of("Readers could answer that they cannot say; such an answer was counted as incorrect, as a"
                        + " prediction of no class, and in areas under the ROC curve as equal probabilities of all"
                        + " classes.")
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
                    .map(figure -> figure.replace('_', ' '))
                    .toList());
            String test = aided.tests().isEmpty()
                    ? ""
                    : " Answers with and without the model were compared as two modalities after Obuchowski and"
                            + " Rockette (1995) with the degrees of freedom of Hillis (2007), readers and cases being"
                            + " random, for "
                            + figures + ", with errors from the jackknife over subjects.";
            return Phrases.capitalised(Phrases.counted(aided.readers().size(), "reader"))
                    + " read in the sequential arm: a first answer was locked, then the answer" + model
                    + " was shown, and a second answer was given. All other comparisons use the first answers." + test
                    + " Each reader\u2019s change has Student\u2019s interval with the error of leaving out each"
                    + " subject within its class.";
        });
    }

    Optional<String> repeats() {
        return run.metrics()
                .reading()
                .readersRepeated()
                .map(repeats ->
                        "Agreement of readers with themselves was measured by Cohen\u2019s kappa on cases that were"
                                + " shown twice; all other results use the first time.");
    }

    Optional<String> position() {
        return run.metrics()
                .reading()
                .readersByPosition()
                .map(effect -> "Learning and fatigue were examined over "
                        + (effect.division() == PositionEffect.Division.BLOCK ? "the blocks" : "fifths")
                        + " of each reader\u2019s own order of cases, with the mean of the readers\u2019 least-squares"
                        + " slopes and Student\u2019s interval over readers.");
    }

    List<String> limitations() {
        List<String> sentences = new ArrayList<>();
        simulated().ifPresent(sentence -> sentences.add(sentence + " Their results say nothing about clinicians."));
        if (readers.size() > 1 && readers.size() < FEW_READERS) {
            sentences.add("Only " + Phrases.counted(readers.size(), "reader")
                    + " took part, so what is said of readers in general is uncertain.");
        }
        run.metrics()
                .reading()
                .readersAided()
                .ifPresent(aided ->
                        sentences.add("Readers saw the model after a first answer of their own. Readers who see"
                                + " it at once may answer otherwise."));
        return sentences;
    }
}
