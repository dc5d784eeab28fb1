package org.facies.reading.simulated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.facies.reading.Advice;
import org.facies.reading.Arm;
import org.facies.reading.CollectedReader;
import org.facies.reading.Experience;
import org.facies.reading.NamedRandom;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingOrder;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Step;
import org.facies.reading.Submission;

/**
 * Simulated readers. Each reader sees the diagnosis of a child with noise ({@link Evidence}) and chooses the most
 * probable class. In the sequential arm, the reader adopts a different answer of the model with a fixed probability.
 * Only one number is fitted to people: the best reader is about as accurate as the best pediatrician of Shen et al.
 * 2024 (70 %).
 *
 * <pre>{@code
 * List<CollectedReader> readers = new SimulatedReaders(study, "none", 1, 1).read(SimulatedReaders.FIVE, now);
 * }</pre>
 *
 * <p>The same study, seed and observers give the same answers.
 */
public final class SimulatedReaders {
    /**
     * Five simulated pediatricians, the most senior first, as in Shen et al. 2024. Two of them see the model's answers.
     */
    public static final List<Observer> FIVE = List.of(
            new Observer("simulated-1", Arm.UNAIDED, new Experience(25, "pediatric cardiology", true), 1.8, 0, 0, 9),
            new Observer("simulated-2", Arm.UNAIDED, new Experience(14, "pediatrics", false), 1.45, 0.34, 0, 11),
            new Observer("simulated-3", Arm.SEQUENTIAL, new Experience(9, "pediatrics", false), 1.3, 0, 0.5, 10),
            new Observer("simulated-4", Arm.UNAIDED, new Experience(5, "pediatrics", false), 1.2, 0.36, 0, 14),
            new Observer(
                    "simulated-5",
                    Arm.SEQUENTIAL,
                    new Experience(2, "pediatrics in training", false),
                    1.1,
                    0,
                    0.7,
                    12));

    private static final int STEPS = 5;

    /** Readers are overconfident: factor on their log odds. */
    private static final double OVERCONFIDENCE = 1.3;

    /** Standard deviation of the logarithm of seconds. */
    private static final double SPREAD = 0.4;

    /** The first case takes this much longer; after so many cases the reader is used to the form. */
    private static final double AT_FIRST = 0.8;

    private static final double USED_TO = 15;

    /** Time of a second answer, relative to a first answer. */
    private static final double SECOND_LOOK = 0.4;

    private final ReadingStudy study;
    private final Evidence evidence;
    private final double visible;
    private final long seed;

    /**
     * Simulates the readers of a study.
     *
     * @param unaffected label of children without a syndrome; it does not have to be a class of the study
     * @param visible factor on the acuity of every reader: how visible the facial features are; with 0, readers guess
     * @param seed of all random numbers
     */
    public SimulatedReaders(ReadingStudy study, String unaffected, double visible, long seed) {
        List<String> labels = study.design().labels();
        this.study = study;
        this.evidence = new Evidence(labels.size(), labels.indexOf(unaffected));
        this.visible = visible;
        this.seed = seed;
    }

    /**
     * Simulates all answers of all readers.
     *
     * @param now time of all answers
     */
    public List<CollectedReader> read(List<Observer> observers, Instant now) {
        return observers.stream().map(one -> read(one, now)).toList();
    }

    private CollectedReader read(Observer observer, Instant now) {
        List<Presentation> shown = ReadingOrder.of(study.plan(), observer.name());
        List<Submission> answers = new ArrayList<>();
        for (Presentation one : shown) {
            UniformRandomProvider random = random(observer.name() + " at " + one.position());
            Submission first = first(observer, one, random);
            answers.add(first);
            if (observer.arm() == Arm.SEQUENTIAL) {
                answers.add(second(observer, first, study.advice().get(one.caseNumber()), random));
            }
        }
        return new CollectedReader(
                observer.name(),
                observer.arm(),
                Optional.of(observer.experience()),
                shown,
                answers,
                Optional.of(now),
                Optional.of(now),
                true);
    }

    private Submission first(Observer observer, Presentation shown, UniformRandomProvider random) {
        ReadingCase child = study.plan().cases().get(shown.caseNumber());
        double[] p = evidence.seen(
                child.truth(),
                visible * observer.acuity(),
                evidence.noise(random("child " + child.subject())),
                evidence.noise(random(observer.name() + " on " + child.subject())),
                evidence.noise(random));
        int best = largest(p);
        boolean says = !study.design().form().cannotSay() || p[best] >= observer.caution();
        double getsUsedTo = 1 + AT_FIRST * Math.exp(-(shown.position() - 1) / USED_TO);
        return submission(
                random,
                shown.position(),
                Step.FIRST,
                says ? Optional.of(best) : Optional.empty(),
                step(overconfident(p, best), p.length),
                seconds(observer.medianSeconds() * getsUsedTo, random));
    }

    /**
     * The second answer. Agreement with the model raises the confidence, disagreement lowers it, and the reader
     * sometimes adopts the model's answer.
     */
    private Submission second(Observer observer, Submission first, Advice advice, UniformRandomProvider random) {
        boolean agrees = first.choice().filter(own -> own == advice.choice()).isPresent();
        boolean follows = !agrees && random.nextDouble() < observer.trust();
        int before = first.confidence().orElse(1);
        int after = agrees ? before + 1 : before - 1;
        int steps = follows
                ? step(
                        advice.probabilities().get(advice.choice()),
                        advice.probabilities().size())
                : Math.max(1, Math.min(STEPS, after));
        return submission(
                random,
                first.position(),
                Step.SECOND,
                follows ? Optional.of(advice.choice()) : first.choice(),
                steps,
                seconds(observer.medianSeconds() * SECOND_LOOK, random));
    }

    private Submission submission(
            UniformRandomProvider random,
            int position,
            Step step,
            Optional<Integer> choice,
            int confidence,
            double seconds) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        boolean isAsked = study.design().form().confidence();
        return new Submission(
                HexFormat.of().formatHex(id),
                position,
                step,
                0,
                choice,
                choice.filter(any -> isAsked).map(any -> confidence),
                List.of(),
                "",
                seconds);
    }

    private static double overconfident(double[] p, int best) {
        double sum = 0;
        for (double own : p) {
            sum += Math.pow(own, OVERCONFIDENCE);
        }
        return Math.pow(p[best], OVERCONFIDENCE) / sum;
    }

    /** The confidence step from 1 to 5 that is closest to a probability; chance level is below step 1. */
    private static int step(double probability, int classes) {
        double chance = 1.0 / classes;
        return (int) Math.max(1, Math.min(STEPS, Math.round(STEPS * (probability - chance) / (1 - chance))));
    }

    private static double seconds(double median, UniformRandomProvider random) {
        double z = ZigguratSampler.NormalizedGaussian.of(random).sample();
        return Math.max(0.5, Math.round(10 * median * Math.exp(SPREAD * z)) / 10.0);
    }

    private static int largest(double[] numbers) {
        int largest = 0;
        for (int k = 1; k < numbers.length; k++) {
            largest = numbers[k] > numbers[largest] ? k : largest;
        }
        return largest;
    }

    private UniformRandomProvider random(String what) {
        return NamedRandom.of(seed, what);
    }
}
