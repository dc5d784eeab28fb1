package org.facies.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.statistic.McNemar;
import org.facies.statistic.MultipleTesting;

/**
 * McNemar's test of a model (first) and a reader (second) on the cases that the reader answered.
 *
 * @param table number of cases that both classified correctly, that only the model did, that only the reader did,
 *     and that neither did
 * @param pExact two-sided binomial p value
 * @param pHolm the exact p value with Holm's correction over all pairs of a model and a reader. At photo level the
 *     test assumes that photos of one subject are independent, so only the subject level supports a conclusion
 */
public record ReaderComparison(
        String model, String reader, Level level, List<List<Long>> table, double pExact, double pHolm) {

    public ReaderComparison {
        table = table.stream().map(List::copyOf).toList();
    }

    static List<ReaderComparison> of(PredictionTable table, ReaderAnswers answers, ReaderCases cases) {
        List<ReaderComparison> raw = new ArrayList<>();
        for (String model : table.models()) {
            Map<String, Boolean> modelCorrect = new HashMap<>();
            JudgedCase.of(table, model, cases.level()).forEach(one -> modelCorrect.put(one.id(), one.isCorrect()));
            for (Reader reader : answers.readers()) {
                McNemar test = test(reader, modelCorrect, cases);
                raw.add(new ReaderComparison(
                        model, reader.name(), cases.level(), test.table(), test.pExact(), test.pExact()));
            }
        }
        return MultipleTesting.holm(raw, ReaderComparison::pHolm, ReaderComparison::withHolm);
    }

    private ReaderComparison withHolm(double adjusted) {
        return new ReaderComparison(model, reader, level, table, pExact, adjusted);
    }

    private static McNemar test(Reader reader, Map<String, Boolean> modelCorrect, ReaderCases cases) {
        int n = reader.answers().size();
        boolean[] first = new boolean[n];
        boolean[] second = new boolean[n];
        for (int i = 0; i < n; i++) {
            Answer answer = reader.answers().get(i);
            first[i] = modelCorrect.get(answer.caseId());
            second[i] = cases.isCorrect(answer);
        }
        return McNemar.of(first, second);
    }

    /** The number of cases that only the model classified correctly. */
    public long onlyModel() {
        return table.get(0).get(1);
    }

    /** The number of cases that only the reader classified correctly. */
    public long onlyReader() {
        return table.get(1).get(0);
    }
}
