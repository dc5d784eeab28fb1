package org.facies.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.CohenKappa;

/** Two answers to each case: from two readers, or twice from one reader. Cases with "cannot say" are excluded. */
final class AnswerPairs {
    private final List<Answer> first = new ArrayList<>();
    private final List<Answer> second = new ArrayList<>();

    /**
     * Finds the cases for which both answers name a class.
     *
     * @param some at most one answer for each case
     * @param others at most one answer for each case; the pairs have their order
     */
    AnswerPairs(List<Answer> some, List<Answer> others) {
        Map<String, Answer> byCase = new HashMap<>();
        some.stream().filter(Answer::isGiven).forEach(answer -> byCase.put(answer.caseId(), answer));
        others.stream()
                .filter(answer -> answer.isGiven() && byCase.containsKey(answer.caseId()))
                .forEach(answer -> {
                    first.add(byCase.get(answer.caseId()));
                    second.add(answer);
                });
    }

    int size() {
        return first.size();
    }

    /** The number of pairs in which both answers name the same class. */
    int same() {
        int same = 0;
        for (int i = 0; i < first.size(); i++) {
            same += first.get(i).diagnosis().equals(second.get(i).diagnosis()) ? 1 : 0;
        }
        return same;
    }

    /** @param classes all classes */
    CohenKappa kappa(List<String> classes) {
        return CohenKappa.of(indices(first, classes), indices(second, classes), classes.size());
    }

    private static int[] indices(List<Answer> answers, List<String> classes) {
        return answers.stream()
                .mapToInt(answer -> classes.indexOf(answer.diagnosis()))
                .toArray();
    }
}
