package org.facies.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long the trainings that a study has left will take, from the pace of each model so far, or before that from an
 * estimate. A pass is one photo looked at once.
 */
final class StudyClock {
    private final Clock clock;
    private final Map<String, Double> passesLeft;
    private final Map<String, Double> secondsPerPass;

    /**
     * Nothing trained yet.
     *
     * @param passes by model, of all its trainings
     * @param secondsPerPass by model, where there is an estimate
     */
    StudyClock(Clock clock, Map<String, Double> passes, Map<String, Double> secondsPerPass) {
        this.clock = clock;
        this.passesLeft = new LinkedHashMap<>(passes);
        this.secondsPerPass = new LinkedHashMap<>(secondsPerPass);
    }

    /** A training that was done before. */
    void skip(String model, double passes) {
        passesLeft.merge(model, -passes, Double::sum);
    }

    /** A training that begins. */
    Training begin(String model, double passes) {
        return new Training(model, passes);
    }

    /**
     * Time for all trainings that are left; empty while no pace is known. A model that was not timed goes at the mean.
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

    /** One training. Its first step is not timed: it also makes ready. */
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
         * Told after every step.
         *
         * @param part of the training that is done, from 0 to 1
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
