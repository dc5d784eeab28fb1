package org.facies.result.settings;

/**
 * The {@code training} group of a study file. Names, units and ranges are those of the trainer's settings, which check
 * them.
 *
 * @param epochs passes over the training photos; with 0 nothing is trained, and a linear discriminant is fitted on the
 *     embeddings of the backbone as it is
 * @param freezeBelow name of the tensor that the frozen part ends in, {@link #NONE}, or {@link #AUTO}: the lowest
 *     layers of a pretrained network
 * @param averageDecay of the moving average of the weights; 0 takes the last weights
 * @param memoryLayout {@link #AUTO} takes what suits the device
 * @param accumulate parts that a batch is worked through in
 * @param gradientCheckpointing whether activations are computed again instead of kept
 * @param threads of a training, which its result may depend on; 0 takes those of the machine that begins the run
 */
public record TrainingSection(
        int epochs,
        int batchSize,
        String optimiser,
        double trunkLearningRate,
        double embeddingLearningRate,
        double headLearningRate,
        String schedule,
        double warmUpEpochs,
        int leastWarmUpSteps,
        double weightDecay,
        double clipNorm,
        double labelSmoothing,
        String balance,
        String headStart,
        String freezeBelow,
        int cachedViews,
        double averageDecay,
        String precision,
        String memoryLayout,
        int accumulate,
        boolean gradientCheckpointing,
        int threads,
        long seed,
        AugmentationSection augmentation) {
    /** Nothing. */
    public static final String NONE = "none";

    /** Determined when the study begins. */
    public static final String AUTO = "auto";

    /** The same with another frozen part. */
    public TrainingSection withFreezeBelow(String tensor) {
        return with(epochs, tensor, cachedViews, threads, seed);
    }

    /** With a number of threads, where none is set. */
    public TrainingSection onThreads(int otherwise) {
        return with(epochs, freezeBelow, cachedViews, threads == 0 ? otherwise : threads, seed);
    }

    /** With the seed increased by this number. */
    public TrainingSection withSeedPlus(long more) {
        return with(epochs, freezeBelow, cachedViews, threads, seed + more);
    }

    /** With nothing trained: the backbone stays as it is up to this tensor, which is its embedding. */
    public TrainingSection frozenAt(String embedding) {
        return with(0, embedding, 0, threads, seed);
    }

    /** One epoch, with no augmented views to store: enough to be timed. */
    public TrainingSection inBrief() {
        return with(1, freezeBelow, 0, threads, seed);
    }

    private TrainingSection with(int otherEpochs, String tensor, int views, int otherThreads, long otherSeed) {
        return new TrainingSection(
                otherEpochs,
                batchSize,
                optimiser,
                trunkLearningRate,
                embeddingLearningRate,
                headLearningRate,
                schedule,
                warmUpEpochs,
                leastWarmUpSteps,
                weightDecay,
                clipNorm,
                labelSmoothing,
                balance,
                headStart,
                tensor,
                views,
                averageDecay,
                precision,
                memoryLayout,
                accumulate,
                gradientCheckpointing,
                otherThreads,
                otherSeed,
                augmentation);
    }
}
