package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.command.SystemTime;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.option.QuantiseOptions;
import org.facies.cli.table.MetricsTable;
import org.facies.cli.table.QuantisationTables;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.file.PathText;
import org.facies.input.BadInput;
import org.facies.model.InputSpec;
import org.facies.quantise.Pace;
import org.facies.quantise.RunQuantisation;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.study.Backbones;
import org.facies.study.CheckedCohort;
import org.facies.study.StudyFile;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how int8 changes a trained model. */
@Command(
        name = "quantise",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how 8-bit numbers change the accuracy and speed of a trained model of a study. The network of"
                    + " each fold is quantised with photos that it was trained on, and predicts the photos of its"
                    + " test fold. The command prints both versions next to each other and writes"
                    + " quantised/<model>.csv into the run directory; it changes nothing else there."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies study quantise study.yaml --out runs/first")
final class StudyQuantiseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "the study file")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "use this run directory of the" + " study, which is finished")
    @Output(Output.Kind.FOLDER)
    private Path out = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "quantise this model of the study (default: the" + " first)")
    private Optional<String> model = Optional.empty();

    @Mixin
    private QuantiseOptions options;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        StudySettings settings = StudyFile.read(file);
        RunDirectory run = new RunDirectory(out);
        StudySettings.Model trained = trained(settings);
        RunQuantisation.Outcome outcome = measure(settings, trained, run);
        Path predictions = run.root().resolve("quantised").resolve(trained.name() + ".csv");
        outcome.predictions().write(predictions);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(QuantisationTables.sentence(outcome.comparison()));
        terminal.println();
        terminal.println(new MetricsTable(outcome.comparison().evaluation()).within(TerminalWidth.of(spec)));
        terminal.println();
        terminal.println(QuantisationTables.differences(outcome.comparison(), outcome.speed())
                .within(TerminalWidth.of(spec)));
        terminal.println();
        terminal.println("Predictions: " + predictions);
        return 0;
    }

    private StudySettings.Model trained(StudySettings settings) {
        return settings.models().stream()
                .filter(one -> model.isEmpty() || one.name().equals(model.get()))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "model",
                        model.orElse(""),
                        "is not in the study",
                        "Name one of "
                                + String.join(
                                        ", ",
                                        settings.models().stream()
                                                .map(StudySettings.Model::name)
                                                .toList())
                                + "."));
    }

    private RunQuantisation.Outcome measure(StudySettings settings, StudySettings.Model trained, RunDirectory run)
            throws InterruptedException {
        ConsoleProgress progress = new ConsoleProgress();
        Workspace workspace = machine.workspace(progress);
        Backbones backbones = new Backbones(file.toAbsolutePath().getParent(), workspace.zoo());
        backbones.requireWithFaces(List.of(trained));
        InputSpec input = backbones.of(trained).input();
        ManifestRules rules =
                workspace.manifestRules().withFolds(settings.folds().k());
        Path manifest = file.toAbsolutePath().resolveSibling(PathText.read("cohort", settings.cohort()));
        Cohort cohort = CheckedCohort.read(manifest, rules, progress::say).cohort();
        RunQuantisation.Order order = new RunQuantisation.Order(
                run, trained.name(), input, options.calibration(), options.seed(), machine.threads());
        try (FacePipeline pipeline = workspace.faces(FacePolicy.DEFAULT)) {
            return new RunQuantisation(order, pipeline, Pace.standard(SystemTime::nanos), progress).measure(cohort);
        }
    }
}
