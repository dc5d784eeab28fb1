package org.facies.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.CohenKappa;

/** Two answers to each of some cases: of two readers, or of one reader twice. Cases without a class are left out. */
final class AnswerPairs {
    private final List<Answer> first = new ArrayList<>();
    private final List<Answer> second = new ArrayList<>();

    /**
     * Finds the cases for which both name a class.
     *
     * @param some at most one a case
     * @param others likewise; the pairs are in their order
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

    /** In how many both name the same class. */
    int same() {
        int same = 0;
        for (int i = 0; i < first.size(); i++) {
            same += first.get(i).diagnosis().equals(second.get(i).diagnosis()) ? 1 : 0;
        }
        return same;
    }

    /** @param classes that there are */
    CohenKappa kappa(List<String> classes) {
        return CohenKappa.of(indices(first, classes), indices(second, classes), classes.size());
    }

    private static int[] indices(List<Answer> answers, List<String> classes) {
        return answers.stream()
                .mapToInt(answer -> classes.indexOf(answer.diagnosis()))
                .toArray();
    }
}
