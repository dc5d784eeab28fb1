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
import org.facies.study.Backbones;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bundle from a finished run. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one file from a model of a finished run. It needs the run directory, but no photo.",
            "",
            "By default, the networks of all folds answer together. Calibration, prediction sets and thresholds are"
                    + " fitted on out-of-fold predictions.",
            "",
            "To sign bundles, make a private key once and keep it secret; give the public key to others:",
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
            description = "bundle this model of the run (default: the best by the metric of the study,"
                    + " choice.metric); repeat the option for the mean of several models")
    private List<String> models = List.of();

    @Option(
            names = "--members",
            paramLabel = "folds|refit",
            description = "include the networks of the folds, or the one that \"facies study refit\" trained on all"
                    + " children (default: ${DEFAULT-VALUE})")
    private Members members = Members.FOLDS;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "write the bundle to this file," + " NAME.facies")
    @Output(Output.Kind.FILE)
    private Path out = Path.of("");

    @Option(names = "--key", paramLabel = "PEM", description = "sign the bundle with this private key (ECDSA, P-256)")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        Optional<SigningKey> signer = key.map(PemKeys::signing);
        Workspace workspace = machine.workspace(new ConsoleProgress());
        FinishedRun finished = FinishedRun.read(new RunDirectory(run));
        List<String> chosen = models.isEmpty() ? List.of(finished.best().name()) : models;
        BundleMaker.Order order = new BundleMaker.Order(
                BundleName.of(out),
                chosen,
                members,
                inputs(finished, workspace, chosen),
                AlignedCohort.policy(finished.settings().faces()));
        Bundle bundle = new BundleMaker(finished, workspace).make(order, signer);
        bundle.write(out);
        PrintWriter terminal = spec.commandLine().getOut();
        BundleText.print(bundle.file(), terminal);
        terminal.println(
                signer.isPresent()
                        ? "Signed."
                        : "The bundle is not signed, so others cannot check who made it. To"
                                + " sign it, add --key key.pem");
        terminal.println(NextStep.line("bundle verify", out));
        return 0;
    }

    private static Map<String, InputSpec> inputs(FinishedRun run, Workspace workspace, List<String> models) {
        Backbones backbones = new Backbones(run.directory().root(), workspace.zoo());
        Map<String, InputSpec> inputs = new LinkedHashMap<>();
        models.forEach(name ->
                inputs.put(name, backbones.of(run.model(name), run.record()).input()));
        return inputs;
    }
}
