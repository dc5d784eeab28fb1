package org.facies.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.autograd.TrainingPass;
import org.facies.input.BadInput;
import org.facies.loss.CrossEntropy;
import org.facies.loss.MarginLoss;
import org.facies.train.data.BatchPlan;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.StagedBatch;
import org.facies.train.optim.LearningRates;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.Optimiser;
import org.facies.train.optim.Trainable;
import org.facies.train.optim.WeightAverage;

/** Runs a step of training: forward, loss, backward, clipping, optimiser. */
final class StepRunner implements AutoCloseable {

    private final Network network;
    private final MarginLoss loss;
    private final CrossEntropy crossEntropy;
    private final Optimisation optimisation;
    private final LearningRates rates;
    private final List<Trainable> weights;
    private final Optimiser optimiser;
    private final int accumulate;
    private final WeightAverage average;

    /** The result of a step. */
    record Outcome(double loss, long correct) {}

    StepRunner(TrainingTask task, int[] labels, Network network, int stepsPerEpoch) {
        TrainingSettings settings = task.settings();
        this.network = network;
        this.accumulate = settings.compute().accumulate();
        this.loss = task.loss();
        this.crossEntropy = new CrossEntropy(
                classWeights(settings.balance(), labels, task.classes().size()), settings.labelSmoothing());
        this.optimisation = settings.optimisation();
        long steps = (long) settings.epochs() * stepsPerEpoch;
        this.rates = LearningRates.of(optimisation, stepsPerEpoch, steps);
        this.weights = network.classifier().trainables(optimisation);
        this.optimiser = Optimiser.of(optimisation.method(), weights);
        this.average = new WeightAverage(settings.averaging(), settings.epochs(), network.state());
    }

    /** Class weights with mean 1 over the classes that have crops. */
    static List<Float> classWeights(ClassBalance balance, int[] labels, int classes) {
        double power = switch (balance) {
            case NONE, BALANCED_SAMPLING -> 0;
            case SQRT_WEIGHTS -> -0.5;
            case BALANCED_WEIGHTS -> -1;
        };
        if (power == 0) {
            return List.of();
        }
        long[] counts = new long[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double[] raw = LongStream.of(counts)
                .mapToDouble(count -> count == 0 ? 0 : Math.pow((double) count, power))
                .toArray();
        double mean = DoubleStream.of(raw).filter(w -> w > 0).average().orElse(1);
        return DoubleStream.of(raw).mapToObj(w -> (float) (w / mean)).toList();
    }

    /**
     * Runs one step.
     *
     * @param stepsBefore number of earlier steps
     * @param place in the training, for the error message if the loss is not finite
     */
    Outcome run(StagedBatch batch, long stepsBefore, String place) {
        BatchPlan parts = new BatchPlan(batch.size(), Math.min(accumulate, batch.size()));
        double number = 0;
        long correct = 0;
        for (int part = 0; part < parts.steps(); part++) {
            Outcome outcome = gradients(batch, parts, part, place);
            number += outcome.loss();
            correct += outcome.correct();
        }
        NativeMemory.withoutGradients(() -> update(stepsBefore, place));
        return new Outcome(number, correct);
    }

    /** Adds a part of the batch to the gradients, weighted by its share of the batch. */
    private Outcome gradients(StagedBatch batch, BatchPlan parts, int part, String place) {
        int start = parts.start(part);
        int size = parts.size(part);
        return NativeMemory.freedAfter(() -> {
            Tensor labels = network.device().place(batch.labels().narrow(0, start, size));
            TrainingPass pass =
                    network.trainingPass(network.device().place(batch.values().narrow(0, start, size)));
            Tensor scores = network.classifier().scores(pass.output());
            Tensor value = crossEntropy.of(loss.logits(scores, labels), labels);
            if (parts.steps() > 1) {
                value = value.mul(new Scalar(share(batch.classes(), start, size)));
            }
            double number = value.item_double();
            requireFinite(number, "the loss", place);
            value.backward();
            pass.backward();
            long correct = scores.detach()
                    .argmax(new LongOptional(1), false)
                    .eq(labels)
                    .sum()
                    .item_long();
            return new Outcome(number, correct);
        });
    }

    private double share(long[] labels, int start, int size) {
        return crossEntropy.weightOf(Arrays.copyOfRange(labels, start, start + size)) / crossEntropy.weightOf(labels);
    }

    private void update(long stepsBefore, String place) {
        if (optimisation.clipNorm() > 0) {
            clip(place);
        }
        optimiser.step(stepsBefore + 1, rates.factor(stepsBefore));
        average.afterStep(stepsBefore + 1);
        weights.forEach(weight -> weight.tensor().mutable_grad().reset());
    }

    private void clip(String place) {
        TensorVector norms = new TensorVector();
        weights.forEach(weight -> norms.push_back(weight.tensor().grad().norm()));
        double squares = 0;
        for (float norm : Tensors.floats(torch.stack(norms))) {
            squares += (double) norm * norm;
        }
        double norm = Math.sqrt(squares);
        requireFinite(norm, "the gradient", place);
        if (norm > optimisation.clipNorm()) {
            Scalar factor = new Scalar(optimisation.clipNorm() / norm);
            weights.forEach(weight -> weight.tensor().mutable_grad().mul_(factor));
        }
    }

    private static void requireFinite(double number, String what, String place) {
        if (!Double.isFinite(number)) {
            throw new BadInput(
                    place,
                    "",
                    what + " is not a finite number (" + number + ")",
                    "Lower the learning rates or the scale of the loss, or set clip_norm, and train again.");
        }
    }

    /** Learning rate of the trunk at a step, counted from 0. */
    double trunkRate(long step) {
        return optimisation.trunkLearningRate() * rates.factor(step);
    }

    Optimiser optimiser() {
        return optimiser;
    }

    WeightAverage average() {
        return average;
    }

    @Override
    public void close() {
        optimiser.close();
        average.close();
    }
}
