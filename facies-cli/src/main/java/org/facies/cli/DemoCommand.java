package org.facies.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.HeadSource;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.option.TrainingDevice;
import org.facies.cli.readers.TrialReading;
import org.facies.cli.table.ContrastTable;
import org.facies.cli.table.LeadSentence;
import org.facies.cli.table.MetricsTable;
import org.facies.cli.table.ReadersTable;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.demo.Demo;
import org.facies.demo.DemoFolder;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;
import org.facies.result.MetricsFile;
import org.facies.run.RunDirectory;
import org.facies.study.TrainingWorkspace;
import org.facies.synth.population.Recipe;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a whole study on a synthetic cohort. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a whole study on synthetic children, to show what Facies does.",
            "",
            "The demo draws a cohort, checks"
                    + " it, finds the faces, trains the four models of the published study (Shen et al. 2024) by"
                    + " five-fold cross-validation, compares them with each other and with five simulated readers,"
                    + " and writes a report. It takes about five minutes on two cores. The first run also downloads"
                    + " 235 MB.",
            "",
            "The faces are synthetic and the effect sizes are assumptions. The results show that Facies works on"
                    + " this machine; they say nothing about patients.",
            "",
            "After an interruption, run the same command again to resume."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies demo",
            "  facies demo --read                      # and judge some children yourself",
            "  facies demo --out none --effect 0       # no effect: models can only guess"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "facies-demo",
            description = "write into this folder: a new one, or that of an interrupted demo (default:"
                    + " ${DEFAULT-VALUE})")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--effect",
            paramLabel = "F",
            defaultValue = "2",
            description = "make the features of the syndromes this many times stronger (default: ${DEFAULT-VALUE},"
                    + " because 120 children are few)")
    @Bounds(least = 0, most = 10, remedy = "Give 1 for the effect sizes of the profiles.")
    private double effect;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "draw the cohort with this seed" + " (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--read",
            description = "show 24 of the children in this machine's browser, for you to judge as a reader; stop"
                    + " with Ctrl-C. A finished demo is not run again")
    private boolean read;

    @Mixin
    private HeadSource heads;

    @Mixin
    private Machine machine;

    @Mixin
    private TrainingDevice device;

    private static final String PARAGRAPH = System.lineSeparator().repeat(2);

    private static final String FROM_SCRATCH =
            "The models from scratch are weak here: each fold leaves 96 children for training, too few for a network"
                    + " that starts without pretraining.";

    private static final String SIMULATED =
            "The five readers are simulated: they are programs that see the diagnosis through noise, not people.";

    @Override
    public Integer call() {
        ConsoleProgress progress = new ConsoleProgress();
        TrainingWorkspace work = machine.training(device.resolved(), progress, new Shown(progress));
        DemoFolder folder = new DemoFolder(out);
        if (!read || !folder.isFinished()) {
            tell(folder, work, progress);
        }
        if (read) {
            new TrialReading(
                            folder.writtenReading(),
                            work.workspace(),
                            spec.commandLine().getOut())
                    .serve();
        }
        return 0;
    }

    private void tell(DemoFolder folder, TrainingWorkspace work, ConsoleProgress progress) {
        Recipe recipe = Demo.recipe(
                Profiles.builtIn(new TargetNames(PortraitStudio.targetNames())), new Demo.Choice(effect, seed));
        Demo.Ending ending = new Demo(folder, work).tell(downloaded(work, progress), recipe);
        int columns = TerminalWidth.of(spec);
        Optional<ContrastTable> contrasts = MetricsFile.read(new RunDirectory(folder.run()).metrics())
                .planned()
                .contrasts()
                .map(ContrastTable::new);
        print(
                LeadSentence.of(ending.models(), columns)
                        + PARAGRAPH
                        + contrasts
                                .map(table -> table.within(columns) + PARAGRAPH + FROM_SCRATCH + PARAGRAPH)
                                .orElse("")
                        + new MetricsTable(ending.models()).within(columns)
                        + PARAGRAPH
                        + SIMULATED
                        + PARAGRAPH
                        + new ReadersTable(ending.readers()).within(columns),
                folder,
                spec.commandLine().getOut());
    }

    /**
     * Fetches all files before anything is drawn, so that a machine without a network reports every missing file
     * together.
     */
    private PortraitStudio downloaded(TrainingWorkspace work, ConsoleProgress progress) {
        List<Problem> missing = new ArrayList<>();
        Optional<PortraitStudio> studio = tried(() -> heads.studio(progress), missing);
        tried(() -> work.zoo().requireAll(Demo.networks()), missing);
        if (!missing.isEmpty()) {
            throw new BadInput(missing);
        }
        return studio.orElseThrow();
    }

    private static <T> Optional<T> tried(Supplier<T> download, List<Problem> missing) {
        try {
            return Optional.of(download.get());
        } catch (BadInput unavailable) {
            missing.addAll(unavailable.problems());
            return Optional.empty();
        }
    }

    private static void print(String tables, DemoFolder folder, PrintWriter terminal) {
        terminal.println();
        terminal.println(tables);
        terminal.println();
        terminal.println("These faces are synthetic: the results show that Facies works here. They say nothing about"
                + " patients.");
        terminal.println();
        terminal.println("Report:  " + folder.report());
        terminal.println("Cohort:  " + folder.cohort());
        terminal.println();
        terminal.println("Next, with your own photos (a CSV file with the columns photo, subject, diagnosis):");
        terminal.println("  facies cohort check photos/manifest.csv");
        terminal.println("  facies study init study.yaml --cohort photos/manifest.csv");
        terminal.println("  facies study run study.yaml --out runs/first");
    }

    /**
     * Shows the terms of models without asking: all of them allow a trial on synthetic faces. The agreement is not
     * recorded, so every other command asks.
     */
    private record Shown(ConsoleProgress progress) implements Acknowledgement {
        @Override
        public boolean agrees(ModelCard card) {
            progress.say(card.id() + ": " + card.licence().caution()
                    + " The demo uses it for a trial only; every other command asks whether you agree.");
            return true;
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }
}
