package org.facies.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Output;
import org.facies.cli.table.MetricsTable;
import org.facies.cli.table.ReadersTable;
import org.facies.cli.table.TerminalWidth;
import org.facies.evaluate.ImportedFiles;
import org.facies.evaluate.ImportedPredictions;
import org.facies.evaluate.ImportedQuestions;
import org.facies.file.JsonFile;
import org.facies.metric.EvaluationSettings;
import org.facies.report.ReportWriter;
import org.facies.result.MetricsFile;
import org.facies.result.ResultFile;
import org.facies.run.RunDirectory;
import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates predictions of any tool as a study evaluates its own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluates any model's predictions, from whatever tool, as a study evaluates its own: metrics.json and"
                    + " report.html, with intervals, baselines and tests. With two folds or more also calibration, sets"
                    + " of diagnoses, not answering, screening and naming; with --cohort or --manifest also subgroups.",
            "",
            "PREDICTIONS is a CSV file with a row for each model and photo: model, photo, subject, diagnosis and a"
                    + " column p_<class> for each class; optional fold and predicted. Probabilities sum to 1; 0.99 to"
                    + " 1.01 is taken and divided by its sum.",
            "",
            "Readers are people who judged the same subjects or photos: reader, subject or photo, answer (empty"
                    + " where the reader could not say); optional arm (unaided or aided), confidence (0 to 1), seconds,"
                    + " experience, position, block, repeat (0 or 1), p_<class>, comment. docs/evaluate.md says what"
                    + " each number means."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies evaluate predictions.csv --out evaluated",
            "  facies evaluate predictions.csv --readers readers.csv --manifest photos/manifest.csv --out evaluated",
            "  facies evaluate predictions.csv --cohort subjects.csv --subgroup sex --subgroup camera --out evaluated"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PREDICTIONS", description = "the predictions, for example predictions.csv")
    private Path predictions;

    @Option(names = "--readers", paramLabel = "FILE", description = "what people answered")
    private Optional<Path> readers = Optional.empty();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "the cohort's manifest, beside its photos: checked against the predictions, counted in the report")
    private Optional<Path> manifest = Optional.empty();

    @Option(
            names = "--cohort",
            paramLabel = "FILE",
            description =
                    "what is known of the subjects: a manifest or any CSV file with the column subject; the photos"
                            + " need not be there. Left out, the manifest's columns are used")
    private Optional<Path> cohort = Optional.empty();

    @Option(
            names = "--subgroup",
            paramLabel = "COLUMN",
            description = "a column to compare groups of subjects by, once for each column (default: those of"
                    + " age_months, sex, ancestry, site and pulmonary_stenosis that there are)")
    private List<String> subgroups = List.of();

    @Option(
            names = "--unaffected",
            paramLabel = "CLASS",
            description = "the class of children without a syndrome, for screening and naming (default: none, if it is"
                    + " a class)")
    private Optional<String> unaffected = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder to write into")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "2000",
            description = "resamples of subjects for the intervals (default: ${DEFAULT-VALUE})")
    @Bounds(least = 1000, most = 100000, remedy = "Give 2000 or more.")
    private int bootstrap;

    @Option(names = "--seed", defaultValue = "23", description = "of the resamples (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print metrics.json, and the warnings if there are any, instead of tables")
    private boolean json;

    @Override
    public Integer call() {
        EvaluationSettings settings = new EvaluationSettings(bootstrap, seed);
        int threads = Runtime.getRuntime().availableProcessors();
        ImportedPredictions.Outcome outcome = new ImportedPredictions(
                        new ImportedFiles(predictions, readers, manifest, cohort),
                        new ImportedQuestions(settings, subgroups, unaffected),
                        threads,
                        spec.commandLine().getErr()::println)
                .evaluateInto(out);
        new ReportWriter().write(out);
        print(outcome, new RunDirectory(out));
        return 0;
    }

    private void print(ImportedPredictions.Outcome outcome, RunDirectory files) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            Printed printed = new Printed(MetricsFile.read(files.metrics()), outcome.warnings());
            terminal.print(JsonFile.text(Printed.FILE.tree(printed)));
            terminal.flush();
            return;
        }
        terminal.println(new MetricsTable(outcome.evaluation(), "by subject").within(TerminalWidth.of(spec)));
        terminal.println();
        outcome.readers().ifPresent(study -> {
            terminal.println(new ReadersTable(study).within(TerminalWidth.of(spec)));
            terminal.println();
        });
        terminal.println("Report: " + files.report());
    }

    /** What {@code --json} prints: {@code metrics.json}, and after it the warnings. */
    private record Printed(
            @Inline MetricsFile metrics, @OmitEmpty List<String> warnings) {
        static final ResultFile<Printed> FILE = ResultFile.of(Printed.class);
    }
}
