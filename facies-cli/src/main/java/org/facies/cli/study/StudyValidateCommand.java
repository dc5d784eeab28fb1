package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.table.PerformanceChangeTable;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.file.JsonFile;
import org.facies.report.ReportWriter;
import org.facies.result.PerformanceChange;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;
import org.facies.validation.ExternalValidation;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates the models of a run on another cohort. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Performs an external validation: applies the trained models of a run, unchanged, to a cohort from"
                    + " another place. Faces are found as in the run, the networks of all folds are averaged, and"
                    + " nothing is fitted again. The output begins with the change in performance; the metrics and"
                    + " the report of a study follow.",
            "",
            "The other cohort needs confirmed diagnoses. Training photos of the run are refused."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies study validate runs/first --cohort elsewhere/manifest.csv --out runs/first-elsewhere",
            "  facies study validate runs/first --cohort elsewhere/manifest.csv --out runs/first-elsewhere \\",
            "      --model arcface-pfm --map \"kabuki=none\" --without \"unclear\""
        })
final class StudyValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory of a finished study")
    private Path run = Path.of("");

    @Option(
            names = "--cohort",
            paramLabel = "CSV",
            required = true,
            description = "validate on the cohort of this" + " manifest")
    private Path manifest = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "write the results into this folder:" + " a new one, or that of an interrupted validation")
    @Output(Output.Kind.FOLDER)
    private Path out = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "validate this model of the run (default: the best by the metric of the study," + " choice.metric)")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "THEIRS=OURS",
            description = "count a diagnosis of the other cohort as a class of the run; repeat the option for more"
                    + " diagnoses")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(
            names = "--without",
            paramLabel = "THEIRS",
            description = "leave out the subjects with this diagnosis of the other cohort; repeat the option for"
                    + " more diagnoses")
    private List<String> without = List.of();

    @Option(
            names = "--drop-overlap",
            description = "leave out subjects whose id or photo is in the run, instead of refusing the cohort")
    private boolean dropOverlap;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        ExternalValidation.Order order = new ExternalValidation.Order(
                new RunDirectory(run), model, manifest, renamed, new HashSet<>(without), dropOverlap);
        RunDirectory results = new RunDirectory(out);
        Workspace workspace = machine.workspace(new ConsoleProgress());
        PerformanceChange change = new ExternalValidation(order, results, workspace).run();
        new RunLog(results, workspace.clock())
                .during(RunLog.Stage.REPORT, () -> new ReportWriter().write(results.root()));
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            terminal.print(JsonFile.text(PerformanceChange.FILE.tree(change)));
            terminal.flush();
            return 0;
        }
        terminal.println(new PerformanceChangeTable(change).within(TerminalWidth.of(spec)));
        terminal.println();
        terminal.println("Report: " + results.report());
        terminal.println(NextStep.line("cohort audit", manifest, "--out", NextStep.free("audit")));
        return 0;
    }
}
