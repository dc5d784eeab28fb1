package org.facies.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Output;
import org.facies.cli.table.LeadSentence;
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

/** Evaluates the predictions of any tool as a study evaluates its own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluates the predictions of any model, made by any tool, as a study evaluates its own.",
            "",
            "It writes"
                    + " metrics.json and report.html, with intervals, baselines and tests. If the predictions have"
                    + " two folds or more, it adds calibration, prediction sets, abstention, screening and syndrome"
                    + " identification; with --cohort or --manifest, subgroups.",
            "",
            "PREDICTIONS is a CSV file with a row for each model and photo. Its columns are model, photo, subject,"
                    + " diagnosis and one column p_<class> for each class; fold and predicted are optional. The"
                    + " probabilities of a row sum to 1; a sum from 0.99 to 1.01 is rescaled to 1.",
            "",
            "Readers are people who judged the same subjects or photos. The columns of their file are reader,"
                    + " subject or photo, and answer (empty where the reader could not say). Optional columns are"
                    + " arm (unaided or aided), confidence (0 to 1), seconds, experience, position, block, repeat (0"
                    + " or 1), p_<class> and comment. docs/how-to/evaluate-other-tools.md explains each column and"
                    + " each result."
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

    @Parameters(paramLabel = "PREDICTIONS", description = "file of predictions, for example predictions.csv")
    private Path predictions;

    @Option(names = "--readers", paramLabel = "FILE", description = "add what people answered, from this CSV file")
    private Optional<Path> readers = Optional.empty();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "check the predictions against this manifest, whose photos lie next to it, and describe the"
                    + " cohort in the report")
    private Optional<Path> manifest = Optional.empty();

    @Option(
            names = "--cohort",
            paramLabel = "FILE",
            description =
                    "take the attributes of the subjects from this file: a manifest or any CSV file with the column"
                            + " subject; it needs no photos (default: the columns of --manifest)")
    private Optional<Path> cohort = Optional.empty();

    @Option(
            names = "--subgroup",
            paramLabel = "COLUMN",
            description = "compare groups of subjects by this column; repeat the option for more columns (default:"
                    + " those of age_months, sex, ancestry, site and pulmonary_stenosis that the file has)")
    private List<String> subgroups = List.of();

    @Option(
            names = "--unaffected",
            paramLabel = "CLASS",
            description = "name the class of children without a syndrome, for screening (default: none, if that is a"
                    + " class)")
    private Optional<String> unaffected = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "write into this folder")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "2000",
            description = "resample the subjects this many times for the intervals (default: ${DEFAULT-VALUE})")
    @Bounds(least = 1000, most = 100000, remedy = "Give 2000 or more.")
    private int bootstrap;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "23",
            description = "draw the resamples with this seed (default:" + " ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print metrics.json, and any warnings, instead of tables")
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
        int columns = TerminalWidth.of(spec);
        terminal.println(LeadSentence.of(outcome.evaluation(), columns));
        terminal.println();
        terminal.println(new MetricsTable(outcome.evaluation(), "by child").within(columns));
        terminal.println();
        outcome.readers().ifPresent(study -> {
            terminal.println(new ReadersTable(study).within(columns));
            terminal.println();
        });
        terminal.println("Report: " + files.report());
    }

    /** What {@code --json} prints: {@code metrics.json} and the warnings. */
    private record Printed(
            @Inline MetricsFile metrics, @OmitEmpty List<String> warnings) {
        static final ResultFile<Printed> FILE = ResultFile.of(Printed.class);
    }
}
