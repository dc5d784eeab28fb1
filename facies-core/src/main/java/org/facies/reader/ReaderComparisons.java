package org.facies.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.metric.JointComparison;
import org.facies.metric.PredictionTable;

/**
 * The tests with readers.
 *
 * @param mcnemar every model against every reader
 * @param cochranQ all readers together on the cases that all of them answered; empty for fewer than three readers
 *     or without such a case
 * @param mrmc every model against the group of readers; empty for a single reader
 */
public record ReaderComparisons(
        List<ReaderComparison> mcnemar, List<JointComparison> cochranQ, List<GroupComparison> mrmc) {

    public ReaderComparisons {
        mcnemar = List.copyOf(mcnemar);
        cochranQ = List.copyOf(cochranQ);
        mrmc = List.copyOf(mrmc);
    }

    static ReaderComparisons of(PredictionTable table, ReaderAnswers answers, ReaderCases cases) {
        return new ReaderComparisons(
                ReaderComparison.of(table, answers, cases),
                cochranQ(answers, cases),
                GroupComparison.of(table, answers, cases));
    }

    private static List<JointComparison> cochranQ(ReaderAnswers answers, ReaderCases cases) {
        Set<String> common = answers.judgedByAll();
        if (answers.readers().size() < 3 || common.isEmpty()) {
            return List.of();
        }
        List<String> names = answers.readers().stream().map(Reader::name).toList();
        boolean[][] correct = answers.readers().stream()
                .map(reader -> correct(reader, common, cases))
                .toArray(boolean[][]::new);
        return List.of(JointComparison.of(names, cases.level(), correct));
    }

    private static boolean[] correct(Reader reader, Set<String> common, ReaderCases cases) {
        Map<String, Boolean> correctById = new HashMap<>();
        reader.answers().forEach(answer -> correctById.put(answer.caseId(), cases.isCorrect(answer)));
        boolean[] correct = new boolean[common.size()];
        int next = 0;
        for (String id : common) {
            correct[next++] = correctById.get(id);
        }
        return correct;
    }
}
