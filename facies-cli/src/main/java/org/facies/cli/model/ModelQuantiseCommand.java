package org.facies.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.command.NextStep;
import org.facies.cli.command.SystemTime;
import org.facies.cli.option.Machine;
import org.facies.cli.option.QuantiseOptions;
import org.facies.cli.table.QuantisationTables;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.ManifestRules;
import org.facies.file.JsonFile;
import org.facies.model.InstalledModel;
import org.facies.model.ModelCard;
import org.facies.model.ModelZoo;
import org.facies.quantise.Pace;
import org.facies.quantise.QuantisationOutcome;
import org.facies.quantise.QuantisationTrial;
import org.facies.result.MetricsFile;
import org.facies.study.CheckedCohort;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an int8 copy of a backbone and measures how it differs. */
@Command(
        name = "quantise",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a copy of a backbone that computes with 8-bit numbers, and measures on your cohort how it differs"
                    + " from the original.",
            "",
            "Photos of at most a fifth of the subjects are used to find the range of the network's numbers. The"
                    + " other subjects are used to compare the copy with the original: the cosine similarity of the"
                    + " embeddings, the accuracy of a linear discriminant that identifies the diagnosis (five folds"
                    + " by subject, with the interval of the difference), how well photos of the same person are"
                    + " recognised, and the photos per second.",
            "",
            "The copy can embed and verify; it cannot be trained. Its card records the measurements and a hash of"
                    + " the cohort."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  facies model quantise dlib-resnet --cohort photos/manifest.csv",
            "  facies model info dlib-resnet-int8"
        })
final class ModelQuantiseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "name of a backbone, as in \"facies model list\"")
    private String id = "";

    @Option(
            names = "--cohort",
            required = true,
            paramLabel = "MANIFEST",
            description = "measure on the cohort of" + " this manifest")
    private Path manifest = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "install the copy under this name (default: that of the" + " backbone with -int8)")
    private Optional<String> copy = Optional.empty();

    @Mixin
    private QuantiseOptions options;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        ConsoleProgress progress = new ConsoleProgress();
        Workspace workspace = machine.workspace(progress);
        ModelZoo zoo = workspace.zoo();
        InstalledModel model = FaceNetworks.with(zoo, id);
        ModelCard card = model.card();
        card.backbone();
        String name = copy.orElse(id + "-int8");
        zoo.requireFree(id, name);
        CheckedCohort checked = checked(workspace);
        QuantisationOutcome outcome = measure(model, name, workspace, checked.cohort());
        InstalledModel installed = zoo.addQuantised(model, name, outcome.cost(), outcome.onnx());
        print(installed, outcome, checked.warnings());
        return 0;
    }

    private CheckedCohort checked(Workspace workspace) {
        ManifestRules rules = workspace.manifestRules().withFolds(2);
        return CheckedCohort.read(manifest, rules, workspace.progress()::say);
    }

    private QuantisationOutcome measure(InstalledModel model, String name, Workspace workspace, Cohort cohort)
            throws InterruptedException {
        QuantisationTrial.Order order =
                new QuantisationTrial.Order(model, name, options.calibration(), options.seed(), machine.threads());
        try (FacePipeline faces = workspace.faces(FacePolicy.DEFAULT)) {
            return new QuantisationTrial(order, faces, Pace.standard(SystemTime::nanos), workspace.progress())
                    .measure(cohort);
        }
    }

    private void print(InstalledModel installed, QuantisationOutcome outcome, CohortWarnings warnings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("model", id);
            data.put("copy", installed.card().id());
            data.put("sha256", installed.sha256());
            data.put("cost", outcome.cost());
            outcome.separation().ifPresent(separation -> data.put("separation", separation));
            data.put(
                    "evaluation",
                    MetricsFile.FILE.tree(MetricsFile.of(outcome.comparison().evaluation())));
            data.put("verdict", outcome.verdict());
            data.put("warnings", warnings.sentences());
            out.print(JsonFile.text(data));
            out.flush();
        } else {
            out.println(outcome.verdict());
            out.println();
            out.println(new QuantisationTables(outcome).within(TerminalWidth.of(spec)));
            out.println();
            out.println(installed.card().id() + " is installed: " + installed.file());
            out.println(NextStep.line("model info", installed.card().id()));
        }
    }
}
