package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.report.review.ReviewPage;
import org.facies.review.RunReview;
import org.facies.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the private page of a run. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Writes review.html into the run directory. It shows each child with its crops, its diagnosis and the"
                    + " out-of-fold answer of every model; wrong answers come first, then uncertain ones.",
            "",
            "The page contains photos of children, with their ids and diagnoses. The report does not include it or"
                    + " link to it. Protect it as you protect the photos, and do not share it.",
            "",
            "Photos and diagnoses must be those of the study. Crops come from the cache or are made again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies study review runs/first",
            "  facies study review runs/first --cohort photos/manifest.csv --out private/review.html"
        })
final class StudyReviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory of a finished study")
    private Path root = Path.of("");

    @Option(
            names = "--cohort",
            paramLabel = "CSV",
            description =
                    "use this manifest of the run's cohort (default: the one in study.yaml, searched in the current"
                            + " folder and in the folders above the run)")
    private Optional<Path> manifest = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the page to this file outside the run directory (default: review.html in the run"
                    + " directory)")
    @Output(Output.Kind.FILE)
    private Optional<Path> file = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        RunDirectory run = new RunDirectory(root);
        Path page = file.orElseGet(() -> RunReview.place(run));
        RunReview.Outcome outcome = new RunReview(
                        new RunReview.Order(run, manifest, page), machine.workspace(new ConsoleProgress()))
                .write();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(page);
        terminal.println("%d children, %d photos; %s named %d children incorrectly."
                .formatted(outcome.children(), outcome.photos(), outcome.model(), outcome.wrong()));
        terminal.println(ReviewPage.PRIVATE);
        return 0;
    }
}
