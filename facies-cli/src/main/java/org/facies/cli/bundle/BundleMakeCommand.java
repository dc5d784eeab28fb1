package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.bundle.Bundle;
import org.facies.bundle.BundleMaker;
import org.facies.bundle.BundleMaker.Members;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.model.InputSpec;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;
import org.facies.sign.PemKeys;
import org.facies.sign.SigningKey;
import org.facies.study.AlignedCohort;
import org.facies.validation.TrainedRun;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bundle of a finished run. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one file of a model of a finished run. Needs the run directory and no photo.",
            "",
            "By default the networks of all folds answer together. Calibration, prediction sets and thresholds are"
                    + " fitted on children whom the network that judged them had not seen.",
            "",
            "To sign it, make a key once and keep it to yourself; give others the public half:",
            "  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem",
            "  openssl pkey -in key.pem -pubout -out public.pem"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies bundle make runs/first --out noonan.facies",
            "  facies bundle make runs/first --model cosface-pfm --out noonan.facies --key key.pem",
            "  facies bundle make runs/first --model cosface-pfm --model arcface-pfm --out both.facies"
        })
final class BundleMakeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the run directory of a finished study")
    private Path run = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "a model of the run (default: its best by the metric that the study declares, choice.metric);"
                    + " given again, the mean of several")
    private List<String> models = List.of();

    @Option(
            names = "--members",
            paramLabel = "folds|refit",
            description = "the networks of the folds, or the one that \"facies study refit\" trained on everybody"
                    + " (default: ${DEFAULT-VALUE})")
    private Members members = Members.FOLDS;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the bundle, NAME.facies")
    @Output(Output.Kind.FILE)
    private Path out = Path.of("");

    @Option(names = "--key", paramLabel = "PEM", description = "private key (ECDSA, P-256) to sign the bundle with")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        Optional<SigningKey> signer = key.map(PemKeys::signing);
        Workspace workspace = machine.workspace(new ConsoleProgress());
        RunDirectory directory = new RunDirectory(run);
        FinishedRun finished = FinishedRun.read(directory);
        List<String> chosen = models.isEmpty() ? List.of(finished.best().name()) : models;
        BundleMaker.Order order = new BundleMaker.Order(
                BundleName.of(out),
                chosen,
                members,
                inputs(finished, TrainedRun.read(directory), workspace, chosen),
                AlignedCohort.policy(finished.settings().faces()));
        Bundle bundle = new BundleMaker(finished, workspace).make(order, signer);
        bundle.write(out);
        PrintWriter terminal = spec.commandLine().getOut();
        BundleText.print(bundle.file(), terminal);
        terminal.println(
                signer.isPresent() ? "Signed." : "Not signed: nobody can tell who made it. To sign it: --key key.pem");
        terminal.println(NextStep.line("bundle verify", out));
        return 0;
    }

    private static Map<String, InputSpec> inputs(
            FinishedRun finished, TrainedRun trained, Workspace workspace, List<String> models) {
        Map<String, InputSpec> inputs = new LinkedHashMap<>();
        models.forEach(name -> inputs.put(name, trained.input(finished.model(name), workspace.zoo())));
        return inputs;
    }
}
