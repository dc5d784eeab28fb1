package org.facies.cli.model;

import java.util.Optional;
import org.facies.cli.option.Bounds;
import org.facies.pretrain.PretrainSettings;
import org.facies.pretrain.PretrainSettings.Data;
import org.facies.pretrain.PretrainSettings.Loss;
import org.facies.pretrain.PretrainSettings.Pace;
import org.facies.pretrain.PretrainSettings.Sampling;
import org.facies.train.Start;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.Optimisation.Method;
import org.facies.train.optim.Optimisation.Schedule;
import org.facies.train.optim.WarmUp;
import picocli.CommandLine.Option;

/** Options for pretraining a backbone; the defaults suit a small collection on a CPU. */
final class PretrainOptions {
    /** Learning rates of gradient descent are usually stated for this many photos per step. */
    private static final double USUAL_BATCH = 512;

    private static final double CLIP_NORM = 5;

    @Option(
            names = "--backbone",
            paramLabel = "NAME",
            defaultValue = "iresnet18",
            description = "train this network: iresnet18 (default), iresnet34, iresnet50, iresnet100, one of these"
                    + " followed by -wide, or an installed backbone")
    private String backbone = "";

    @Option(
            names = "--start",
            paramLabel = "NAME",
            defaultValue = "scratch",
            description = "start from scratch (default; random weights) or pretrained (weights of the installed"
                    + " backbone)")
    private Start start = Start.SCRATCH;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            defaultValue = "cosface",
            description = "train with this loss: cosface (default) or" + " arcface")
    private Loss loss = Loss.COSFACE;

    @Option(
            names = "--scale",
            paramLabel = "S",
            defaultValue = "24",
            description = "multiply cosines by this scale (default: 24; 64 for 10,000 identities and more)")
    @Bounds(least = 0.1, most = 256, remedy = "Give 24, or 64 for 10,000 identities and more.")
    private double scale;

    @Option(
            names = "--margin",
            paramLabel = "M",
            description = "use this margin (default: 0.1; for 10,000 identities and more, 0.4 with cosface and 0.5"
                    + " with arcface)")
    @Bounds(least = 0, most = 1, remedy = "Give 0.1, or more for 10,000 identities and more.")
    private double margin = 0.1;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "20",
            description = "train for this many epochs" + " (default: 20)")
    @Bounds(least = 1, most = 10000, remedy = "Give 20, the usual number.")
    private int epochs;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "16",
            description = "use this many photos per" + " step (default: 16)")
    @Bounds(least = 1, most = 4096, remedy = "Give 16, the usual number.")
    private int batchSize;

    @Option(
            names = "--optimiser",
            paramLabel = "NAME",
            defaultValue = "adamw",
            description = "optimise with adamw (default), or with sgd (momentum 0.9), the usual choice for large"
                    + " collections")
    private Method optimiser = Method.ADAMW;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "use this highest learning rate (default: 0.001 with adamw; with sgd, 0.1 for 512 photos per"
                    + " step, and in proportion for fewer)")
    @Bounds(least = 1e-9, most = 10, remedy = "Leave the option out to use the default rate.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(
            names = "--weight-decay",
            paramLabel = "D",
            description = "use this weight decay (default: 0.01 with adamw, 0.0005 with sgd)")
    @Bounds(least = 0, most = 1, remedy = "Leave the option out to use the default decay.")
    private Optional<Double> weightDecay = Optional.empty();

    @Option(
            names = "--sampling",
            paramLabel = "NAME",
            defaultValue = "photos",
            description = "draw by photos (default; each photo once per epoch) or by identities (each person equally"
                    + " often)")
    private Sampling sampling = Sampling.PHOTOS;

    @Option(
            names = "--min-photos",
            paramLabel = "N",
            defaultValue = "2",
            description = "leave out identities with fewer usable photos than this (default: 2)")
    @Bounds(least = 1, most = 1000, remedy = "Give 2, the usual number.")
    private int minPhotos;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "without --pairs: hold out this share of the identities for verification (default: 0.1)")
    @Bounds(least = 0.001, most = 0.5, remedy = "Give a share such as 0.1.")
    private double heldOut;

    @Option(
            names = "--verify-every",
            paramLabel = "N",
            defaultValue = "1",
            description = "verify after every N epochs (default: 1)")
    @Bounds(least = 1, most = 10000, remedy = "Give 1 to verify after each epoch.")
    private int verifyEpochs;

    @Option(
            names = "--checkpoint-steps",
            paramLabel = "N",
            defaultValue = "200",
            description = "write a checkpoint after every N steps, in addition to those after each epoch (default:"
                    + " 200; 0 for none)")
    @Bounds(least = 0, most = 1000000000, remedy = "Give 200, or 0 for none.")
    private int checkpointSteps;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "use this seed for all random" + " numbers (default: 1)")
    private long seed;

    /** The settings of a run whose network gets the given name. */
    PretrainSettings settings(String id) {
        return new PretrainSettings(
                id,
                backbone,
                start,
                loss.of(scale, margin),
                optimisation(),
                new Pace(epochs, batchSize, verifyEpochs, checkpointSteps),
                new Data(sampling, minPhotos, heldOut),
                seed);
    }

    private Optimisation optimisation() {
        double rate = learningRate.orElse(
                switch (optimiser) {
                    case ADAMW -> 1e-3;
                    case SGD -> 0.1 * batchSize / USUAL_BATCH;
                });
        double decay = weightDecay.orElse(
                switch (optimiser) {
                    case ADAMW -> 1e-2;
                    case SGD -> 5e-4;
                });
        return new Optimisation(
                optimiser,
                rate,
                rate,
                rate,
                decay,
                new WarmUp(Math.min(1, epochs / 10.0), 0),
                Schedule.COSINE,
                CLIP_NORM);
    }
}
