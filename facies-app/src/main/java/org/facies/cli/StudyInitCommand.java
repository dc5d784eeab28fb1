package org.facies.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        description = "Writes a study file in which every key is explained.",
        footerHeading = "%nExample:%n",
        footer = "  facies study init study.yaml --cohort photos/manifest.csv")
final class StudyInitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "study.yaml",
            description = "the file to write (default: study.yaml)")
    @Output(Output.Kind.FILE)
    private Path file;

    @Option(
            names = "--cohort",
            defaultValue = "manifest.csv",
            description = "the manifest, relative to the study file (default: manifest.csv)")
    private String cohort;

    @Override
    public Integer call() {
        StudyTemplate.write(file, cohort);
        spec.commandLine().getOut().println("Wrote " + file + ". Next: facies study run " + file + " --out runs/first");
        return 0;
    }
}
