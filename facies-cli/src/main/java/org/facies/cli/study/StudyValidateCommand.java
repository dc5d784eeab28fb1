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

/** Takes the models of a run to another cohort. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "External validation: the trained models of a run, frozen, on a cohort from elsewhere. Faces are found as"
                    + " in the run, the networks of all folds are averaged, and nothing is fitted anew. Says first how"
                    + " much worse the model does there, then gives the same figures and report as a study.",
            "",
            "The other cohort needs confirmed diagnoses. Photos that the run has learnt from are refused."
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

    @Option(names = "--cohort", paramLabel = "CSV", required = true, description = "manifest of the other cohort")
    private Path manifest = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where results go, new or begun")
    @Output(Output.Kind.FOLDER)
    private Path out = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "a model of the run (default: its best by the metric that the study declares, choice.metric)")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "THEIRS=OURS",
            description = "a diagnosis of the other cohort and the class of the run that it counts as; may be repeated")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(
            names = "--without",
            paramLabel = "THEIRS",
            description = "a diagnosis of the other cohort whose subjects are left out; may be repeated")
    private List<String> without = List.of();

    @Option(
            names = "--drop-overlap",
            description = "leave out subjects of whom the run has a photo or the id, instead of refusing")
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
