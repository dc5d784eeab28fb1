package org.facies.train.checkpoint;

/**
 * What an epoch adds up.
 *
 * @param lossSum loss of each crop's batch, summed over the crops
 * @param correct crops whose own class scored highest, before any margin
 * @param seen crops so far
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
