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

/** Writes the design of a reader study, with comments. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the design of a reader study, a file with a comment for every key.",
            "",
            "The design says which children are shown, how, in which order and to which readers; what the readers"
                    + " are asked; and whether some of them see a model's answer before they answer a second time."
                    + " The first \"readers serve\" or \"readers pack\" prepares the study; from then on, only"
                    + " readers can be added."
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
            arity = "0..1",
            defaultValue = "readers.yaml",
            description = "the file to write (default: ${DEFAULT-VALUE})")
    @Output(Output.Kind.FILE)
    private Path file;

    @Option(
            names = "--cohort",
            paramLabel = "MANIFEST",
            description = "write this manifest into the file, as a path relative to its folder (default:"
                    + " manifest.csv next to FILE; it need not exist yet)")
    private Optional<Path> cohort = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "show the predictions of this finished run to readers of the sequential arm, after their first"
                            + " answer (default: no reader sees a model's answer)")
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
        out.println("Check the file before you continue: the names of the classes that readers see, the readers"
                + (run.isPresent() ? ", and \"arm: sequential\" for readers who see the model's answers." : "."));
        out.println(NextStep.line("readers serve", file));
    }
}
