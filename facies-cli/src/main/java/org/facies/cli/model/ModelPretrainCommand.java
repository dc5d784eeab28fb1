package org.facies.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.option.TrainingDevice;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.IdentityReader.Unusable;
import org.facies.pretrain.CollectionRecord;
import org.facies.pretrain.PretrainDirectory;
import org.facies.pretrain.Pretraining;
import org.facies.pretrain.VerificationTable;
import org.facies.study.TrainingWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a backbone on identities. */
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a backbone on your own photos of many people, and installs it: a pretrained foundation model (PFM)"
                    + " for your studies.",
            "",
            "Photos lie in a folder with one subfolder for each person, or are listed in a CSV file with the columns"
                    + " photo (path relative to the file) and subject. Diagnoses are not needed. The network learns"
                    + " to distinguish these people. After each epoch it is measured on pairs of photos of people"
                    + " that are not used for training: --pairs, or a held-out share of the identities. The weights"
                    + " of the last epoch are installed.",
            "",
            "After an interruption of any kind, run the same command again to resume.",
            "",
            "A good face network needs hundreds of thousands of photos and a GPU. With a few thousand photos, a"
                    + " published network is a better start."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  facies model pretrain --identities people/ --backbone iresnet18 --as our-pfm --out runs/our-pfm",
            "  facies model verify our-pfm --pairs pairs.csv",
            "  (then, in a study file: backbone: our-pfm)"
        })
final class ModelPretrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--identities",
            required = true,
            paramLabel = "PATH",
            description = "train on the people in this folder (one subfolder for each person) or CSV file")
    private Path identities = Path.of("");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "ID",
            description = "install the network under this name: lower-case letters, digits, . and -")
    private String id = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "write into this run directory: a" + " new one, or that of an interrupted run")
    @Output(Output.Kind.FOLDER)
    private Path out = Path.of("");

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description =
                    "verify on the photo pairs of this CSV file: photo_a, photo_b, same (1 or 0); identities with a"
                            + " photo in it are not used for training")
    private Optional<Path> pairs = Optional.empty();

    @Option(
            names = "--skip",
            description = "leave out photos that cannot be decoded or that belong to two identities, instead of"
                    + " refusing")
    private boolean skip;

    @Mixin
    private PretrainOptions options;

    @Mixin
    private Machine machine;

    @Mixin
    private TrainingDevice device;

    @Override
    public Integer call() {
        Pretraining.Photos photos =
                new Pretraining.Photos(identities, pairs, skip ? Unusable.LEFT_OUT : Unusable.REFUSED);
        TrainingWorkspace work = machine.training(device.resolved(), new ConsoleProgress());
        Pretraining.Outcome outcome =
                new Pretraining(options.settings(id), photos, new PretrainDirectory(out), work).run();
        print(outcome);
        return 0;
    }

    private void print(Pretraining.Outcome outcome) {
        PrintWriter terminal = spec.commandLine().getOut();
        CollectionRecord collection = outcome.collection();
        terminal.printf(
                Locale.ROOT,
                "%s is installed. It was trained on %,d photos of %,d people. Left out: %,d people with too few"
                        + " photos, %,d photos without a usable face, %,d copies and %,d other photos. Held out: %,d"
                        + " people.%n",
                id,
                collection.training().photos(),
                collection.training().identities(),
                collection.leftOut().identitiesWithFewPhotos() + collection.identitiesWithFewFaces(),
                collection.withoutFace().values().stream().mapToInt(n -> n).sum(),
                collection.leftOut().copies(),
                collection.leftOut().unusablePhotos(),
                collection.heldOut().identities());
        List<VerificationTable.Row> measured = outcome.verification();
        measured.forEach(row -> terminal.printf(
                Locale.ROOT,
                "epoch %3d: verification accuracy %.4f ± %.4f, AUC %.4f, %d pairs%n",
                row.epoch(),
                row.accuracy(),
                row.sd(),
                row.auc(),
                row.pairs()));
        terminal.println("Curve: " + out.resolve("curve.svg"));
        terminal.println("Next: write \"backbone: " + id + "\" in a study file.");
    }
}
