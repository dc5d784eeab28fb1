package org.facies.cli.readers;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.facies.cli.option.Bounds;
import org.facies.input.BadInput;
import org.facies.input.Likeness;
import org.facies.metric.PredictionTable;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderPilot;
import org.facies.reader.ReaderPlan;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Points;
import org.facies.run.RunDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where {@code facies readers plan} takes the differences between readers from: a pilot study or published ranges. */
final class PlanSource {
    /** The metric to plan for. */
    enum Figure {
        ACCURACY("accuracy"),
        BALANCED_ACCURACY("balanced_accuracy"),
        AUC("auc_ovr_macro");

        private final String key;

        Figure(String key) {
            this.key = key;
        }
    }

    @Option(
            names = "--pilot",
            paramLabel = "FILE",
            description = "plan from the answers in this readers.csv of a" + " few readers")
    private Optional<Path> pilot = Optional.empty();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "with --pilot: take the true classes of its cases from this predictions.csv")
    private Optional<Path> predictions = Optional.empty();

    @Option(names = "--run", paramLabel = "RUN", description = "with --pilot: take the true classes from this run")
    private Optional<Path> run = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "with --pilot: compare readers with this model (default: the most accurate)")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--figure",
            paramLabel = "accuracy|balanced_accuracy|auc",
            description = "with --pilot: plan for this metric (default: accuracy)")
    private Optional<Figure> figure = Optional.empty();

    @Option(
            names = "--accuracy",
            paramLabel = "A",
            description = "without --pilot: expect this accuracy of readers, a share (default: 0.7)")
    @Bounds(least = 0.01, most = 0.99, remedy = "Give a share such as 0.7.")
    private Optional<Double> accuracy = Optional.empty();

    @Option(
            names = "--range",
            paramLabel = "R",
            description = "without --pilot: expect this difference in accuracy between the best and the worst"
                    + " reader, a share (default: the published ranges)")
    @Bounds(least = 0, most = 1, remedy = "Give a share such as 0.2 for 20 percentage points.")
    private Optional<Double> range = Optional.empty();

    private static final double USUAL_ACCURACY = 0.7;

    private String words = "";

    /** Requires that the options do not contradict each other; otherwise the command ends with its usage. */
    void check(CommandLine line) {
        if (pilot.isPresent() && predictions.isPresent() == run.isPresent()) {
            throw new ParameterException(line, "Give either --predictions=FILE or --run=RUN with --pilot");
        }
        if (pilot.isEmpty()
                && (predictions.isPresent() || run.isPresent() || model.isPresent() || figure.isPresent())) {
            throw new ParameterException(line, "--predictions, --run, --model and --figure need --pilot");
        }
        if (pilot.isPresent() && (accuracy.isPresent() || range.isPresent())) {
            throw new ParameterException(
                    line, "--accuracy and --range cannot be used with --pilot, which contains" + " both");
        }
    }

    /** The source in a few words, available after the plan was made. */
    String words() {
        return words;
    }

    ReaderPlan plan(ReaderPlan.Goal goal) {
        return pilot.map(file -> fromPilot(goal, file)).orElseGet(() -> published(goal));
    }

    private ReaderPlan published(ReaderPlan.Goal goal) {
        double expected = accuracy.orElse(USUAL_ACCURACY);
        words = "published ranges, for readers with an accuracy of " + Numbers.axis(expected)
                + range.map(points -> ", best and worst " + Points.margin(points) + " percentage points apart")
                        .orElse("");
        return ReaderPlan.published(goal, expected, range);
    }

    private ReaderPlan fromPilot(ReaderPlan.Goal goal, Path file) {
        PredictionTable table = run.map(folder -> PredictionTable.read(new RunDirectory(folder).predictions())
                        .first())
                .orElseGet(() -> PredictionTable.readImported(predictions.orElseThrow()));
        String key = figure.orElse(Figure.ACCURACY).key;
        ReaderPilot given = new ReaderPilot(file.toString(), table, ReaderAnswers.read(file, table), key);
        words = "a pilot of " + Phrases.counted(given.readers(), given.isSimulated() ? "simulated reader" : "reader")
                + " and " + Phrases.counted(given.subjects(), "subject");
        return ReaderPlan.of(goal, given, key, model(table));
    }

    private String model(PredictionTable table) {
        model.filter(name -> !table.models().contains(name)).ifPresent(name -> {
            throw new BadInput(
                    "--model", name, "is not a model of the predictions", Likeness.remedy(name, table.models()));
        });
        return model.orElseGet(() -> table.models().stream()
                .max(Comparator.comparingDouble(name -> ReaderPilot.accuracy(table, name)))
                .orElseThrow());
    }
}
