package org.facies.train.checkpoint;

/**
 * Sums over an epoch.
 *
 * @param lossSum loss of each crop's batch, summed over the crops
 * @param correct number of crops whose own class had the highest score, without a margin
 * @param seen number of crops so far
 */
public record RunningSums(double lossSum, long correct, long seen) {

    public static RunningSums none() {
        return new RunningSums(0, 0, 0);
    }

    public RunningSums plus(double loss, long newlyCorrect, int crops) {
        return new RunningSums(lossSum + loss * crops, correct + newlyCorrect, seen + crops);
    }

    public double meanLoss() {
        return lossSum / seen;
    }

    public double accuracy() {
        return (double) correct / seen;
    }
}
