package org.facies.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.reader.Answer;
import org.facies.reader.Reader;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.junit.jupiter.api.Test;

/** Law over seeds: what commands print of an evaluation fits, whatever the classes and models are called. */
class TablesWidthTest {
    private static final int FOLDS = 2;

    @Test
    void the_tables_of_an_evaluation_and_of_readers_fit_into_100_columns() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            PredictionTable table = predictions(
                    RandomNames.different(2 + random.nextInt(19), random), RandomNames.different(3, random), random);
            EvaluationSettings settings = new EvaluationSettings(10, seed);

            Evaluation evaluation = Evaluation.of(table, settings);
            ReaderStudy readers = ReaderStudy.of(table, answers(table, random), settings);

            Stream<String> lines = Stream.of(
                            new MetricsTable(evaluation).within(TextTable.USUAL_WIDTH),
                            new ReadersTable(readers).within(TextTable.USUAL_WIDTH))
                    .flatMap(String::lines);
            assertThat(lines)
                    .as("seed " + seed)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
        }
    }

    private static PredictionTable predictions(List<String> classes, List<String> models, Random random) {
        List<Prediction> predictions = new ArrayList<>();
        for (String model : models) {
            for (int subject = 0; subject < FOLDS * classes.size(); subject++) {
                List<Double> scores =
                        random.doubles(classes.size(), 0.01, 1).boxed().toList();
                predictions.add(new Prediction(
                        model,
                        subject / classes.size(),
                        subject + ".jpg",
                        "s" + subject,
                        classes.get(subject % classes.size()),
                        scores));
            }
        }
        return new PredictionTable(classes, predictions);
    }

    /** Two people who did not see every subject, so that there is a corrected column. */
    private static ReaderAnswers answers(PredictionTable table, Random random) {
        List<String> classes = table.classes();
        List<Reader> readers = RandomNames.different(2, random).stream()
                .map(name -> new Reader(name, "", judged(classes, random)))
                .toList();
        return new ReaderAnswers(Level.SUBJECT, readers);
    }

    private static List<Answer> judged(List<String> classes, Random random) {
        return IntStream.range(0, FOLDS * classes.size() - 1)
                .mapToObj(subject -> new Answer(
                        "s" + subject,
                        classes.get(random.nextInt(classes.size())),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()))
                .toList();
    }
}
