package org.facies.train;

/**
 * What an epoch adds up.
 *
 * @param lossSum loss of each crop's batch, summed over the crops
 * @param correct crops whose own class scored highest, before any margin
 * @param seen crops so far
 */
record RunningSums(double lossSum, long correct, long seen) {

    static RunningSums none() {
        return new RunningSums(0, 0, 0);
    }

    RunningSums plus(double loss, long newlyCorrect, int crops) {
        return new RunningSums(lossSum + loss * crops, correct + newlyCorrect, seen + crops);
    }

    double meanLoss() {
        return lossSum / seen;
    }

    double accuracy() {
        return (double) correct / seen;
    }
}
