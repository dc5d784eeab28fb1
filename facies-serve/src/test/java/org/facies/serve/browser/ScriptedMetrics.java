package org.facies.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.reading.Arm;
import org.facies.reading.Part;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingPlan;
import org.facies.reading.Step;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;

/** The metrics that {@code readers.csv} gives, against those counted from the script. */
final class ScriptedMetrics {
    private final ReadingStore store;
    private final ReadingPlan plan;
    private final List<String> labels;

    ScriptedMetrics(ReadingStore store) {
        this.store = store;
        plan = store.study().plan();
        labels = store.study().design().labels();
    }

    /** Requires that accuracies, shares of "cannot say" and changes with the model are those of the script. */
    void requireThoseOfTheScript(Path folder) {
        Path csv = folder.resolve("readers.csv");
        try {
            Files.writeString(csv, store.answers("test").files().get("readers.csv"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        PredictionTable table = table();
        ReaderStudy evaluated = ReaderStudy.of(table, ReaderAnswers.read(csv, table), new EvaluationSettings(1000, 17));
        assertThat(evaluated.readers()).hasSize(store.readers().size());
        for (StudyReader reader : store.readers()) {
            double first = accuracy(reader, Step.FIRST);
            assertThat(evaluated.readers().get(reader.name()).accuracy().value())
                    .as(reader.name())
                    .isEqualTo(first, within(1e-12));
            if (reader.arm() == Arm.SEQUENTIAL) {
                assertThat(evaluated
                                .further()
                                .readersAided()
                                .orElseThrow()
                                .perReader()
                                .get(reader.name())
                                .accuracy()
                                .difference()
                                .value())
                        .as(reader.name())
                        .isEqualTo(accuracy(reader, Step.SECOND) - first, within(1e-12));
            }
        }
        assertThat(evaluated.tests().mrmc()).isNotEmpty();
    }

    private double accuracy(StudyReader reader, Step step) {
        ScriptedAnswers script = new ScriptedAnswers(store.study());
        return reader.presentations().stream()
                .filter(shown -> shown.part() == Part.MAIN)
                .mapToInt(shown -> script.of(reader.name(), shown, step)
                                .choice()
                                .filter(choice -> choice
                                        == plan.cases().get(shown.caseNumber()).truth())
                                .isPresent()
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }

    /** A model that gives every class the same probability. */
    private PredictionTable table() {
        List<Prediction> predictions = new ArrayList<>();
        for (ReadingCase shown : plan.cases()) {
            List<Double> even = IntStream.range(0, labels.size())
                    .mapToObj(c -> 1.0 / labels.size())
                    .toList();
            shown.photos()
                    .forEach(photo -> predictions.add(
                            new Prediction("even", 0, photo, shown.subject(), labels.get(shown.truth()), even)));
        }
        return new PredictionTable(labels, predictions);
    }
}
