package org.facies.cli.cohort;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.HeadSource;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.file.JsonFile;
import org.facies.synth.SyntheticCohort;
import org.facies.synth.SyntheticFolder;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Trap;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.TargetNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a cohort of synthetic children. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws a cohort of synthetic children with the facial features of syndromes, to try Facies before you"
                    + " use your own photos.",
            "",
            "The faces are synthetic, and the effect sizes are assumptions of this project. A model trained on them"
                    + " says nothing about real children.",
            "",
            "Writes into the output folder:",
            "  manifest.csv     a cohort like any other, with its photos in photos/",
            "  parameters.csv   the values from which each child was drawn",
            "  README.md        a description of the cohort and its recipe",
            "  profiles/        the profiles of the syndromes; copy and change one for --profile",
            "",
            "After an interruption, run the same command again to resume. The same options give the same bytes, with"
                    + " any number of threads."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies cohort synth --out synthetic",
            "  facies cohort synth --out small --count noonan=20 --count none=40 --photos 1-3 --seed 7",
            "  facies cohort synth --out trap --effect 0 --trap site-camera",
            "  (then: facies cohort check synthetic/manifest.csv; facies study init study.yaml --cohort"
                    + " synthetic/manifest.csv)"
        })
final class CohortSynthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write into this folder: a new one, or that of an" + " interrupted command")
    @Output(Output.Kind.FOLDER)
    private Optional<Path> out = Optional.empty();

    @Mixin
    private SynthOptions options;

    @Mixin
    private HeadSource heads;

    @Option(names = "--list-targets", description = "list the shape targets that a profile can name, and stop")
    private boolean listTargets;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        TargetNames names = new TargetNames(PortraitStudio.targetNames());
        if (listTargets) {
            names.all().forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        Path folder = out.orElseThrow(() ->
                new ParameterException(spec.commandLine(), "Missing required option: '--out=DIR' (or --list-targets)"));
        Recipe recipe = options.recipe(names);
        ConsoleProgress progress = new ConsoleProgress();
        SyntheticFolder cohort =
                SyntheticCohort.write(recipe, heads.studio(progress), folder, progress, machine.threads());
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            terminal.print(JsonFile.text(Result.of(recipe, cohort)));
        } else {
            print(recipe, cohort, terminal);
        }
        return 0;
    }

    private void print(Recipe recipe, SyntheticFolder cohort, PrintWriter terminal) {
        terminal.println("These faces are synthetic and the effect sizes are assumptions.");
        TextTable table = new TextTable("class", "children");
        recipe.subjects().forEach(table::row);
        terminal.println(table.within(TerminalWidth.of(spec)));
        recipe.traps().stream().sorted().forEach(trap -> terminal.println("Trap: " + trap.phrase() + "."));
        terminal.println("Description: " + cohort.card());
        terminal.println(NextStep.line("cohort check", cohort.manifest()));
    }

    /** The result as data. */
    private record Result(
            String note,
            String manifest,
            String parameters,
            Map<String, Integer> subjects,
            List<String> traps,
            double effect,
            long seed) {

        static Result of(Recipe recipe, SyntheticFolder cohort) {
            return new Result(
                    "the faces are synthetic and the effect sizes are assumptions",
                    cohort.manifest().toString(),
                    cohort.parameters().toString(),
                    recipe.subjects(),
                    recipe.traps().stream().map(Trap::word).sorted().toList(),
                    recipe.effect(),
                    recipe.seed());
        }
    }
}
