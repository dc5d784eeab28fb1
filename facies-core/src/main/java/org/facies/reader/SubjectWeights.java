package org.facies.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facies.metric.JudgedCase;
import org.facies.metric.SharedResamples;

/** Weights of the cases when subjects are resampled within their class; all cases of a subject have the same weight. */
final class SubjectWeights {
    private final int[] classOfSubject;
    private final int[] subjectOfCase;

    /**
     * Prepares the resampling.
     *
     * @param classBySubject true class of each subject, in the order of the draws
     * @param subjectOfCase in the order of the cases
     */
    SubjectWeights(Map<String, Integer> classBySubject, List<String> subjectOfCase) {
        Map<String, Integer> place = new LinkedHashMap<>();
        classBySubject.keySet().forEach(subject -> place.put(subject, place.size()));
        this.classOfSubject =
                classBySubject.values().stream().mapToInt(Integer::intValue).toArray();
        this.subjectOfCase = subjectOfCase.stream().mapToInt(place::get).toArray();
    }

    /** Resamples the subjects of these cases, drawn in the order of their ids. */
    SubjectWeights(List<JudgedCase> cases) {
        this(classes(cases), cases.stream().map(JudgedCase::subject).toList());
    }

    private static Map<String, Integer> classes(List<JudgedCase> cases) {
        Map<String, Integer> classes = new TreeMap<>();
        cases.forEach(one -> classes.put(one.subject(), one.truth()));
        return classes;
    }

    /**
     * Computes a value for each resample.
     *
     * @param ofWeights receives int[cases], which is reused; called from several threads at the same time
     * @return the values in the order of the resamples; they do not depend on the number of threads
     */
    <T> List<T> resampled(SharedResamples resamples, Function<int[], T> ofWeights) {
        return resamples.of(classOfSubject).ofCases(subjectOfCase, () -> ofWeights);
    }
}
