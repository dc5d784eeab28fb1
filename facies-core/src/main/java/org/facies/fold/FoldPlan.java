package org.facies.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.fold.FoldAssigner.Group;

/**
 * The fold in which each photo is tested; it is a training photo in all others. Copies of a photo share a fold.
 *
 * <p>An inner validation split is a plan of the training part: {@code FoldPlan.stratified(plan.training(cohort, fold),
 * 5, unit, seed)}.
 */
public final class FoldPlan {
    private final int k;
    private final Map<String, Integer> foldByPath;

    FoldPlan(int k, Map<String, Integer> foldByPath) {
        this.k = k;
        this.foldByPath = Map.copyOf(foldByPath);
    }

    /**
     * Divides the cohort into k folds. In each class the numbers of subjects per fold differ by at most one, and so do
     * the totals; photos are as even as that allows. If the unit is the photo, distinct photos are counted instead of
     * subjects.
     *
     * @param k at least 2; a class with fewer units than folds is absent from some folds
     * @param seed the same seed and cohort give the same plan
     */
    public static FoldPlan stratified(Cohort cohort, int k, FoldUnit unit, long seed) {
        if (k < 2) {
            throw new IllegalArgumentException("k must be at least 2, is " + k);
        }
        Map<String, Integer> folds = new LinkedHashMap<>();
        FoldAssigner assigner = new FoldAssigner(k, RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
        groupsByClass(cohort, unit).stream()
                .sorted(Comparator.comparingInt((List<Group> groups) -> groups.size())
                        .reversed())
                .forEach(groups -> assigner.assignClass(
                        groups, (group, fold) -> group.photos().forEach(photo -> folds.put(photo.path(), fold))));
        return new FoldPlan(k, folds);
    }

    /**
     * Reads the plans, one for each division.
     *
     * @throws org.facies.input.BadInput with everything that does not fit this cohort
     */
    public static List<FoldPlan> read(Path csv, Cohort cohort) {
        return FoldFile.read(csv, cohort);
    }

    /**
     * Writes {@code photo,subject,diagnosis,division,seed,fold}, one row for each photo in each division, in the
     * cohort's order.
     */
    public static void write(Path csv, List<FoldPlan> divisions, Cohort cohort) {
        FoldFile.write(csv, divisions, cohort);
    }

    public int k() {
        return k;
    }

    /** The fold that tests the photo, from 0 to k - 1. */
    public int foldOf(Photo photo) {
        Integer fold = foldByPath.get(photo.path());
        if (fold == null) {
            throw new IllegalArgumentException("photo " + photo.path() + " is in no fold");
        }
        return fold;
    }

    /** The cohort that the fold's model is trained on. */
    public Cohort training(Cohort cohort, int fold) {
        return cohort.only(photo -> foldOf(photo) != fold);
    }

    /** The cohort that the fold's model is tested on. */
    public Cohort test(Cohort cohort, int fold) {
        return cohort.only(photo -> foldOf(photo) == fold);
    }

    private static Collection<List<Group>> groupsByClass(Cohort cohort, FoldUnit unit) {
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        cohort.classes().forEach(name -> groups.put(name, new ArrayList<>()));
        for (Subject subject : cohort.subjects()) {
            List<Group> ofClass = groups.get(subject.diagnosis());
            switch (unit) {
                case SUBJECT -> ofClass.add(new Group(subject.photos()));
                case PHOTO -> copies(subject).forEach(photos -> ofClass.add(new Group(photos)));
            }
        }
        return groups.values();
    }

    private static Collection<List<Photo>> copies(Subject subject) {
        return subject.photos().stream()
                .collect(Collectors.groupingBy(Photo::sha256, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldPlan plan && k == plan.k && foldByPath.equals(plan.foldByPath);
    }

    @Override
    public int hashCode() {
        return foldByPath.hashCode() * 31 + k;
    }
}
