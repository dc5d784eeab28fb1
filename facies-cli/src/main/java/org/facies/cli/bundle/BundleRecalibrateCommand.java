package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facies.bundle.Bundle;
import org.facies.bundle.Recalibration;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.model.ModelZoo;
import org.facies.result.PhotoHashes;
import org.facies.run.RunDirectory;
import org.facies.sign.PemKeys;
import org.facies.sign.SigningKey;
import org.facies.sign.TrustedKeys;
import org.facies.study.CheckedCohort;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits the decision rules of a bundle again. */
@Command(
        name = "recalibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Fits calibration, prediction sets and thresholds of a bundle again, on children of your own site, and"
                    + " writes a new bundle that names its origin. The networks do not change.",
            "",
            "It needs a manifest with confirmed diagnoses and consent of the families, and at least 20 children of"
                    + " each class with a usable photo. None of them may be a child on whom the networks were"
                    + " trained: with --run, photos of the run are refused."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies bundle recalibrate noonan.facies --cohort local/manifest.csv --out noonan-here.facies")
final class BundleRecalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a file NAME.facies, or a folder with the same content")
    private Path place = Path.of("");

    @Option(
            names = "--cohort",
            paramLabel = "CSV",
            required = true,
            description = "fit on the children of this" + " manifest")
    private Path manifest = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "write the new bundle to this file")
    @Output(Output.Kind.FILE)
    private Path out = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "sign the new bundle with this private key (ECDSA," + " P-256)")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "refuse photos of this run, from which the bundle was made")
    private Optional<Path> run = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        Optional<SigningKey> signer = key.map(PemKeys::signing);
        Bundle bundle = Bundle.open(place);
        ConsoleProgress progress = new ConsoleProgress();
        progress.say(bundle.signedBy(new TrustedKeys(ModelZoo.defaultHome())));
        Workspace workspace = machine.workspace(progress);
        Cohort cohort = CheckedCohort.read(manifest, workspace.manifestRules(), progress::say)
                .cohort();
        requireUnseen(cohort);
        Bundle local = new Recalibration(bundle, workspace).of(cohort, BundleName.of(out), signer);
        local.write(out);
        PrintWriter terminal = spec.commandLine().getOut();
        BundleText.print(local.file(), terminal);
        terminal.println(NextStep.line("bundle verify", out));
        return 0;
    }

    private void requireUnseen(Cohort cohort) {
        Set<String> known = run.map(folder ->
                        PhotoHashes.read(new RunDirectory(folder).photos()).sha256s())
                .orElse(Set.of());
        List<Problem> problems = new ArrayList<>();
        cohort.photos().stream()
                .filter(photo -> known.contains(photo.sha256()))
                .forEach(photo -> problems.add(new Problem(
                        cohort.manifest().toString(),
                        photo.path(),
                        "is a training photo of the networks",
                        "Leave out every child that is in the run.")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
