package org.facies.power;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.facies.cohort.Cohort;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.statistic.RandomStreams;

/**
 * Draws subjects without replacement, class by class, and divides each draw into folds by subject.
 *
 * @param cohort to draw from
 * @param rareClass whose subjects are counted
 * @param growth whether the other classes grow too
 * @param folds in each draw; every class has at least as many subjects
 * @param seed the same seed gives the same draws
 */
record DrawPlan(Cohort cohort, String rareClass, Growth growth, int folds, long seed) {

    /** Separates the random streams of different draws. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The drawn subjects, in the order of the cohort. */
    Cohort draw(Draw draw) {
        UniformRandomProvider random = RandomStreams.of(streamOf(draw.repeat(), 0));
        Set<Subject> chosen = new HashSet<>();
        for (String name : cohort.classes()) {
            List<Subject> arriving = new ArrayList<>(ofClass(name));
            ListSampler.shuffle(random, arriving);
            chosen.addAll(arriving.subList(0, count(name, arriving.size(), draw.size())));
        }
        return new Cohort(
                cohort.manifest(),
                cohort.classes(),
                cohort.subjects().stream().filter(chosen::contains).toList());
    }

    /** Folds of a draw. */
    FoldPlan folds(Cohort drawn, Draw draw) {
        return FoldPlan.stratified(drawn, folds, FoldUnit.SUBJECT, streamOf(draw.repeat(), draw.size()));
    }

    /** The number of subjects of the rare class. */
    int rareSubjects() {
        return ofClass(rareClass).size();
    }

    private int count(String name, int available, int size) {
        if (name.equals(rareClass)) {
            return size;
        }
        if (growth == Growth.RARE) {
            return available;
        }
        long share = Math.round((double) available * size / rareSubjects());
        return (int) Math.min(available, Math.max(folds, share));
    }

    private List<Subject> ofClass(String name) {
        return cohort.subjects().stream()
                .filter(subject -> subject.diagnosis().equals(name))
                .toList();
    }

    private long streamOf(int repeat, int size) {
        return seed + GOLDEN_RATIO * (repeat + 1) + 0x632BE59BD9B4E019L * size;
    }
}
