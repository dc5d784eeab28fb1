package org.facies.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates the remaining time of the trainings of a study, from the pace of each model so far or, at the beginning,
 * from an estimate. A pass is one photo processed once.
 */
final class StudyClock {
    private final Clock clock;
    private final Map<String, Double> passesLeft;
    private final Map<String, Double> secondsPerPass;

    /**
     * A clock before the first training.
     *
     * @param passes by model, in all its trainings
     * @param secondsPerPass by model, if there is an estimate
     */
    StudyClock(Clock clock, Map<String, Double> passes, Map<String, Double> secondsPerPass) {
        this.clock = clock;
        this.passesLeft = new LinkedHashMap<>(passes);
        this.secondsPerPass = new LinkedHashMap<>(secondsPerPass);
    }

    /** Counts a training that was finished before. */
    void skip(String model, double passes) {
        passesLeft.merge(model, -passes, Double::sum);
    }

    /** Counts a training that begins. */
    Training begin(String model, double passes) {
        return new Training(model, passes);
    }

    /**
     * Time for all remaining trainings; empty while no pace is known. A model without a measured pace gets the mean
     * pace.
     */
    Optional<Duration> left() {
        if (secondsPerPass.isEmpty()) {
            return Optional.empty();
        }
        double mean =
                secondsPerPass.values().stream().mapToDouble(x -> x).average().orElseThrow();
        double seconds = passesLeft.entrySet().stream()
                .mapToDouble(left -> Math.max(0, left.getValue()) * secondsPerPass.getOrDefault(left.getKey(), mean))
                .sum();
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** One training. Its first step is not timed, because it includes preparations. */
    final class Training {
        private final String model;
        private final double passes;
        private double done;
        private double timedFrom;
        private Optional<Instant> began = Optional.empty();

        private Training(String model, double passes) {
            this.model = model;
            this.passes = passes;
        }

        /**
         * Called after every step.
         *
         * @param part finished part of the training, from 0 to 1
         */
        void at(double part) {
            skip(model, (part - done) * passes);
            done = part;
            Instant now = clock.instant();
            if (began.isEmpty()) {
                began = Optional.of(now);
                timedFrom = part;
            } else if (part > timedFrom) {
                double seconds = Duration.between(began.get(), now).toMillis() / 1000.0;
                secondsPerPass.put(model, seconds / ((part - timedFrom) * passes));
            }
        }
    }
}
