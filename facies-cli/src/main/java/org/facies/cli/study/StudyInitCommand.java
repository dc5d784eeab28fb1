package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.ManifestHint;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Output;
import org.facies.study.StudyTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented study file. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a study file with a comment for every key.",
        footerHeading = "%nExample:%n",
        footer = "  facies study init study.yaml --cohort photos/manifest.csv")
final class StudyInitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "study.yaml",
            description = "the file to write (default: ${DEFAULT-VALUE})")
    @Output(Output.Kind.FILE)
    private Path file;

    @Option(
            names = "--cohort",
            paramLabel = "MANIFEST",
            description = "write this manifest into the study file, as a path relative to its folder (default:"
                    + " manifest.csv next to FILE; it need not exist yet)")
    private Optional<Path> cohort = Optional.empty();

    @Override
    public Integer call() {
        cohort.ifPresentOrElse(manifest -> StudyTemplate.write(file, manifest), () -> StudyTemplate.write(file));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + file + ".");
        ManifestHint.of(file, cohort).ifPresent(out::println);
        out.println(NextStep.line("study run", file, "--out", NextStep.free("runs/first")));
        return 0;
    }
}
