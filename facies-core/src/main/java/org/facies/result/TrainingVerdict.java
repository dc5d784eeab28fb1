package org.facies.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.facies.result.TrainingHistory.Epoch;

/**
 * Whether a training converged, judged by its training loss alone. The rules are deliberately coarse; a sound training
 * does not ensure a good model.
 *
 * <pre>{@code
 * if (TrainingVerdict.of(TrainingHistory.read(csv)).isAlarm()) { ... }
 * }</pre>
 */
public enum TrainingVerdict {
    /** Neither of the others; also a training of a single epoch with a finite loss, of which nothing can be said. */
    SOUND(""),
    /**
     * The loss of the last epoch is above half of the first epoch's, and still fell by more than 1 % of itself over the
     * last fifth of the epochs (at least one): most of the possible progress was not made, and training stopped
     * before it was. A rate schedule that ends at 0 makes the last steps small, hence the low limit.
     */
    UNDERTRAINED("Trained too little: the loss was still falling and more than half of its first value. Train for more"
            + " epochs, or begin with a pretrained network."),
    /** The loss of the last epoch is above the first epoch's, or one of the losses is not finite. */
    DID_NOT_WORK("Training did not work: the loss ended higher than it began. Train for more epochs, lower the"
            + " learning rates, freeze more layers, or add children.");

    private static final double MOST_IS_LEFT = 0.5;
    private static final double FALLS = 0.01;
    private static final int LAST_PART = 5;

    private final String sentence;

    TrainingVerdict(String sentence) {
        this.sentence = sentence;
    }

    /** Of one training. */
    public static TrainingVerdict of(TrainingHistory history) {
        List<Epoch> epochs = history.epochs();
        if (epochs.stream().anyMatch(epoch -> !Double.isFinite(epoch.trainLoss()))) {
            return DID_NOT_WORK;
        }
        if (epochs.size() < 2) {
            return SOUND;
        }
        double first = epochs.get(0).trainLoss();
        double last = epochs.get(epochs.size() - 1).trainLoss();
        if (last > first) {
            return DID_NOT_WORK;
        }
        int back = Math.max(1, epochs.size() / LAST_PART);
        double before = epochs.get(epochs.size() - 1 - back).trainLoss();
        return last > MOST_IS_LEFT * first && before - last > FALLS * last ? UNDERTRAINED : SOUND;
    }

    /** Of the trainings of a model, one a fold: the worst of theirs; sound for none. */
    public static TrainingVerdict ofFolds(Collection<TrainingHistory> folds) {
        return folds.stream()
                .map(TrainingVerdict::of)
                .max(Comparator.naturalOrder())
                .orElse(SOUND);
    }

    /** Whether the results do not show what the model could reach. */
    public boolean isAlarm() {
        return this == DID_NOT_WORK;
    }

    /** What is wrong and what to do; empty where nothing is. */
    public String sentence() {
        return sentence;
    }

    /** {@code sound}, {@code undertrained}, {@code did not work}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
