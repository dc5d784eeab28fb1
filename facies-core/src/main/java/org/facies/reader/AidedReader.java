package org.facies.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.FigureSet;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.SharedResamples;
import org.facies.statistic.McNemar;

/**
 * One reader without and with the model, on the cases with both answers.
 *
 * @param n number of cases
 * @param aucOvrMacro empty unless every answer has a confidence or probabilities, and cases are subjects
 * @param pExact p value of McNemar's exact test of the hypothesis that the reader is correct equally often without
 *     and with the model
 * @param following empty if the model's answers are not known
 */
public record AidedReader(
        int n,
        AidedChange accuracy,
        AidedChange balancedAccuracy,
        Optional<AidedChange> aucOvrMacro,
        double pExact,
        AnswerChanges changes,
        Optional<Following> following) {

    static AidedReader of(
            AidedPairs pairs, Optional<AdvisingModel> shown, ReaderCases cases, SharedResamples resamples) {
        Set<String> all = new HashSet<>(pairs.cases());
        List<JudgedCase> before = GroupComparison.ordered(cases.judged(pairs.unaided()), all);
        List<JudgedCase> after = GroupComparison.ordered(cases.judged(pairs.aided()), all);
        LevelEvaluation unaided = answers(pairs.unaided(), cases, resamples);
        LevelEvaluation aided = answers(pairs.aided(), cases, resamples);
        int classes = cases.classes().size();
        boolean hasAreas = pairs.isWeighed() && cases.level() == Level.SUBJECT;
        return new AidedReader(
                pairs.size(),
                new AidedChange(
                        unaided.get(Metric.ACCURACY),
                        aided.get(Metric.ACCURACY),
                        AidedChange.difference(GroupFigure.ACCURACY, before, after, classes)),
                new AidedChange(
                        unaided.get(Metric.BALANCED_ACCURACY),
                        aided.get(Metric.BALANCED_ACCURACY),
                        AidedChange.difference(GroupFigure.BALANCED_ACCURACY, before, after, classes)),
                hasAreas ? Optional.of(areas(pairs, cases, resamples)) : Optional.empty(),
                McNemar.of(correct(before), correct(after)).pExact(),
                AnswerChanges.of(pairs, cases),
                shown.flatMap(model -> Following.of(pairs, model, cases)));
    }

    private static LevelEvaluation answers(Reader reader, ReaderCases cases, SharedResamples resamples) {
        return Evaluation.ofAnswers(
                cases.level(), cases.answers(reader), reader.name(), reader.unanswered(), resamples);
    }

    private static AidedChange areas(AidedPairs pairs, ReaderCases cases, SharedResamples resamples) {
        Set<String> all = new HashSet<>(pairs.cases());
        List<Estimate> values = new ArrayList<>();
        for (Reader one : List.of(pairs.unaided(), pairs.aided())) {
            values.add(Evaluation.at(cases.level(), cases.confidences(one), one.name(), FigureSet.AREAS, resamples)
                    .get(Metric.AUC_OVR_MACRO));
        }
        return new AidedChange(
                values.get(0),
                values.get(1),
                AidedChange.difference(
                        GroupFigure.AUC_OVR_MACRO,
                        GroupComparison.ordered(cases.weighed(pairs.unaided()), all),
                        GroupComparison.ordered(cases.weighed(pairs.aided()), all),
                        cases.classes().size()));
    }

    private static boolean[] correct(List<JudgedCase> cases) {
        boolean[] correct = new boolean[cases.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = cases.get(i).isCorrect();
        }
        return correct;
    }
}
