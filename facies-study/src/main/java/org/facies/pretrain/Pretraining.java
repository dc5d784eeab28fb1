package org.facies.pretrain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.autograd.Execution;
import org.facies.cohort.Identities;
import org.facies.cohort.IdentityReader;
import org.facies.embed.PairsFile;
import org.facies.embed.PhotoPair;
import org.facies.file.AtomicFile;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.image.DecodableProbe;
import org.facies.image.ImageLimits;
import org.facies.input.BadInput;
import org.facies.model.Architectures;
import org.facies.model.InstalledModel;
import org.facies.model.Licence;
import org.facies.model.ModelCard;
import org.facies.model.ModelSource;
import org.facies.run.RunLock;
import org.facies.run.RunLog;
import org.facies.study.TrainingWorkspace;
import org.facies.train.ComputeSettings;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;

/**
 * Trains a backbone to distinguish people: read the identities, find the faces, hold out some people, train, measure
 * after every epoch, install. The weights of the last epoch are installed, even if an earlier epoch measured better: a
 * choice between epochs would bias the benchmark. An interrupted run resumes.
 */
public final class Pretraining {
    private final PretrainSettings settings;
    private final Photos photos;
    private final PretrainDirectory run;
    private final TrainingWorkspace machine;
    private final TrainingSettings training;
    private final RunLog log;

    /**
     * The photos of a run.
     *
     * @param identities folder with one folder for each person, or a manifest
     * @param pairs file of pairs of other people for verification; if empty, identities are held out
     * @param unusable how to treat photos that cannot be used
     */
    public record Photos(Path identities, Optional<Path> pairs, IdentityReader.Unusable unusable) {}

    /**
     * The result of a run.
     *
     * @param model as installed
     * @param verification before training and after epochs
     */
    public record Outcome(
            InstalledModel model, CollectionRecord collection, List<VerificationTable.Row> verification) {}

    /**
     * A run.
     *
     * @throws BadInput if a setting is outside its range
     */
    public Pretraining(PretrainSettings settings, Photos photos, PretrainDirectory run, TrainingWorkspace machine) {
        this.settings = settings;
        this.photos = photos;
        this.run = run;
        this.machine = machine;
        this.log = new RunLog(run.directory(), machine.workspace().clock());
        this.training = settings.training(new ComputeSettings(Execution.plain(machine.device()), 1, machine.threads()));
    }

    /** Runs the remaining steps. */
    public Outcome run() {
        requireFreeId();
        StartingNetwork network = StartingNetwork.of(settings, machine.zoo());
        List<PhotoPair> pairs = photos.pairs().map(PairsFile::read).orElse(List.of());
        Identities identities = IdentityReader.read(
                photos.identities(),
                new IdentityReader.Rules(
                        settings.data().minPhotos(),
                        photos.unusable(),
                        new DecodableProbe(ImageLimits.DEFAULT),
                        machine.threads()));
        PretrainRecord.Collection collection = new PretrainRecord.Collection(identities, pairs);
        return RunLock.holding(run.directory(), () -> work(network, collection));
    }

    /** Refuses to replace a model of another origin. */
    private void requireFreeId() {
        machine.zoo().requireFree(settings.id());
        if (Architectures.find(settings.id()).isPresent()) {
            throw new BadInput("--as", settings.id(), "is the name of an architecture", "Choose another id.");
        }
        machine.zoo()
                .find(settings.id())
                .map(model -> model.card().source())
                .filter(source -> !(source instanceof ModelSource.TrainedHere here
                        && here.run().equals(run.name())))
                .ifPresent(source -> {
                    throw new BadInput(
                            "--as",
                            settings.id(),
                            "is installed already, from " + source.phrase(),
                            "Choose another id.");
                });
    }

    private Outcome work(StartingNetwork network, PretrainRecord.Collection collection) {
        RunLog.Start start = RunLog.Start.of(run.settings());
        PretrainRecord.of(
                        settings,
                        network,
                        collection,
                        new PretrainRecord.Machine(
                                machine.workspace().version(),
                                machine.threads(),
                                machine.device().kind()))
                .agreeWith(run.settings());
        log.start(start, setup());
        try (FacePipeline pipeline = machine.workspace().faces(FacePolicy.DEFAULT)) {
            PaddedCrops crops = new PaddedCrops(pipeline, network.input());
            UsableFaces usable = log.during(
                    RunLog.Stage.FACES,
                    () -> UsableFaces.of(
                            collection.identities(), settings.data().minPhotos(), crops, machine.progress()));
            IdentitySplit split = split(usable, collection.pairs());
            CollectionRecord record = CollectionRecord.of(collection.identities(), usable, split);
            JsonFile.write(run.identities(), record);
            VerificationBenchmark benchmark =
                    new VerificationBenchmark(split.pairs(), pipeline, network.backbone(), machine.threads());
            TrainedModel trained = log.during(
                    RunLog.Stage.TRAINING,
                    () -> trained(network, new IdentityCrops(split.training(), crops), benchmark));
            LearningCurve.write(run);
            return new Outcome(
                    installed(network, trained, record), record, new VerificationTable(run.verification()).rows());
        }
    }

    private RunLog.Setup setup() {
        return new RunLog.Setup(
                machine.workspace().version(),
                Sha256.ofReadable(run.settings()),
                settings.seed(),
                machine.threads(),
                machine.device().kind());
    }

    private IdentitySplit split(UsableFaces usable, List<PhotoPair> pairs) {
        return pairs.isEmpty()
                ? IdentitySplit.holdingOut(usable.people(), settings.data().heldOut(), settings.seed())
                : IdentitySplit.measuredOn(pairs, usable.people());
    }

    private TrainedModel trained(StartingNetwork network, IdentityCrops crops, VerificationBenchmark benchmark) {
        TrainingTask task = new TrainingTask(
                network.graph(), settings.start(), settings.loss(), network.input(), training, crops.classes(), crops);
        try (EpochWatch watch = new EpochWatch(
                settings.pace(), benchmark, new VerificationTable(run.verification()), machine.progress(), log)) {
            return new Trainer(machine.workspace().clock()).train(task, run.training(), watch);
        }
    }

    private InstalledModel installed(StartingNetwork network, TrainedModel trained, CollectionRecord record) {
        byte[] onnx = trained.backbone().toBytes();
        AtomicFile.write(run.model(), onnx);
        int identities = record.training().identities();
        String origin = "trained on this machine on %d photos of %d people"
                .formatted(record.training().photos(), identities);
        Licence licence = network.terms()
                .map(terms -> new Licence(
                        terms.stated() + " (the weights that training began with)",
                        origin + ", from " + settings.backbone() + ": " + terms.origin(),
                        terms.caution()))
                .orElseGet(() ->
                        new Licence("your own; respect the consent of the people in the" + " photos", origin, ""));
        ModelCard card = new ModelCard(
                settings.id(),
                "Face network trained on this machine on %d people; embeddings of %d values."
                        .formatted(identities, network.backbone().embeddingSize()),
                network.backbone(),
                new ModelSource.TrainedHere(run.name(), Sha256.of(onnx)),
                licence);
        return machine.zoo().addTrained(card, onnx);
    }
}
