package org.facies.cli.readers;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.ManifestHint;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Output;
import org.facies.file.AtomicFile;
import org.facies.file.OutputPlace;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.reading.ReadingTemplate;
import org.facies.study.NamedManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the commented design of a reader study. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the design of a reader study, a file in which every key is explained.",
            "",
            "It says which children are shown, how, in which order and to whom, what is asked, and whether some readers"
                    + " see a model's answer before they answer a second time. Nothing is drawn or shown yet: the study"
                    + " is prepared by the first serve or pack, and only readers can be added then."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies readers init readers.yaml --cohort photos/manifest.csv",
            "  facies readers init readers.yaml --cohort photos/manifest.csv --run runs/first"
        })
final class ReadersInitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "readers.yaml",
            description = "the file to write (default: readers.yaml)")
    @Output(Output.Kind.FILE)
    private Path file;

    @Option(
            names = "--cohort",
            paramLabel = "MANIFEST",
            description = "the manifest; the file names it relative to its own folder (default: manifest.csv there, now"
                    + " or later)")
    private Optional<Path> cohort = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "the finished run whose predictions readers of the sequential arm see after their first answer"
                            + " (default: none, nobody sees a model's answer)")
    private Optional<Path> run = Optional.empty();

    @Override
    public Integer call() {
        Optional<NamedManifest> manifest = cohort.map(given -> NamedManifest.of(given, file));
        Optional<NamedRun> shown = run.map(given -> NamedRun.of(given, file));
        List<Problem> problems = new ArrayList<>();
        OutputPlace.taken(file).ifPresent(problems::add);
        manifest.map(NamedManifest::problems).ifPresent(problems::addAll);
        shown.flatMap(NamedRun::problem).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        AtomicFile.write(
                file,
                ReadingTemplate.text(
                        manifest.map(named -> named.from(file)).orElse("manifest.csv"),
                        shown.map(named -> named.from(file))));
        tell(spec.commandLine().getOut());
        return 0;
    }

    private void tell(PrintWriter out) {
        out.println("Wrote " + file + ".");
        ManifestHint.of(file, cohort).ifPresent(out::println);
        out.println("Look through it: what readers see the classes called, the readers"
                + (run.isPresent() ? ", and arm: sequential for those who see the model's answers." : "."));
        out.println(NextStep.line("readers serve", file));
    }
}
