package org.facies.pretrain;

import java.util.Objects;
import java.util.Optional;
import org.facies.input.Range;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.MarginLoss;
import org.facies.train.ComputeSettings;
import org.facies.train.HeadStart;
import org.facies.train.Start;
import org.facies.train.TrainingSettings;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WeightAveraging;

/**
 * The settings of a pretraining run: everything that determines it, except the photos.
 *
 * @param id name that the network is installed under
 * @param backbone a built-in architecture, or the id of an installed backbone
 * @param start fresh weights, or those of the installed backbone
 * @param loss margin loss with its scale and margin
 * @param optimisation how weights follow their gradients
 * @param pace epochs, batches and how often something is written
 * @param data which identities take part
 * @param seed of initialisation, order, augmentation and the choice of held-out identities
 */
public record PretrainSettings(
        String id,
        String backbone,
        Start start,
        MarginLoss loss,
        Optimisation optimisation,
        Pace pace,
        Data data,
        long seed) {

    /** The margin losses of face recognition. */
    public enum Loss {
        /** Deng et al. 2019. */
        ARCFACE {
            @Override
            MarginLoss with(double scale, double margin) {
                return new ArcFace(scale, margin);
            }
        },
        /** Wang et al. 2018. */
        COSFACE {
            @Override
            MarginLoss with(double scale, double margin) {
                return new CosFace(scale, margin);
            }
        };

        abstract MarginLoss with(double scale, double margin);

        /**
         * The loss.
         *
         * @param scale in (0, 256]
         * @param margin in [0, 1]; radians for ArcFace
         */
        public MarginLoss of(double scale, double margin) {
            Range.require("--scale", scale, 0.1, 256);
            Range.require("--margin", margin, 0, 1);
            return with(scale, margin);
        }
    }

    /** How often a photo is used in an epoch. */
    public enum Sampling {
        /** Each photo once in an epoch. */
        PHOTOS,
        /** Each identity equally often, so that identities with many photos do not dominate. */
        IDENTITIES
    }

    /**
     * Length of a run and intervals of its output.
     *
     * @param verifyEpochs verification is measured every so many epochs, and after the last
     * @param checkpointSteps a checkpoint is written every so many steps; 0 for the ends of epochs only
     */
    public record Pace(int epochs, int batchSize, int verifyEpochs, int checkpointSteps) {
        public Pace {
            Range.require("--verify-every", verifyEpochs, 1, 10_000);
        }
    }

    /**
     * Selection of identities.
     *
     * @param minPhotos identities with fewer usable photos are left out
     * @param heldOut share of the identities that is kept for verification where there is no file of pairs, in (0, 0.5]
     */
    public record Data(Sampling sampling, int minPhotos, double heldOut) {
        public Data {
            Objects.requireNonNull(sampling);
            Range.require("--min-photos", minPhotos, 1, 1000);
            Range.require("--held-out", heldOut, 0.001, 0.5);
        }
    }

    public PretrainSettings {
        Objects.requireNonNull(start);
        Objects.requireNonNull(loss);
        Objects.requireNonNull(optimisation);
        Objects.requireNonNull(pace);
        Objects.requireNonNull(data);
    }

    TrainingSettings training(ComputeSettings compute) {
        return new TrainingSettings(
                pace.epochs(),
                pace.batchSize(),
                optimisation,
                data.sampling() == Sampling.IDENTITIES ? ClassBalance.BALANCED_SAMPLING : ClassBalance.NONE,
                HeadStart.RANDOM,
                0,
                Augmentation.plausible(),
                Optional.empty(),
                new WeightAveraging.Last(),
                pace.checkpointSteps(),
                seed,
                compute);
    }
}
