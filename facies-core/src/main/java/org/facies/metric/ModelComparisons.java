package org.facies.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facies.statistic.McNemar;
import org.facies.statistic.MultipleTesting;

/**
 * Tests between models.
 *
 * @param mcnemar every pair at every level
 * @param cochranQ all models together at every level; empty for fewer than three
 */
public record ModelComparisons(List<ModelComparison> mcnemar, List<JointComparison> cochranQ) {

    public ModelComparisons {
        mcnemar = List.copyOf(mcnemar);
        cochranQ = List.copyOf(cochranQ);
    }

    /** Tests models that were all tested on the same cases. */
    static ModelComparisons of(PredictionTable table) {
        List<ModelComparison> pairs = new ArrayList<>();
        List<JointComparison> joint = new ArrayList<>();
        List<String> models = table.models();
        for (Level level : List.of(Level.SUBJECT, Level.PHOTO)) {
            boolean[][] correct =
                    models.stream().map(model -> correct(table, model, level)).toArray(boolean[][]::new);
            pairs.addAll(pairs(models, level, correct));
            if (models.size() > 2) {
                joint.add(JointComparison.of(models, level, correct));
            }
        }
        return new ModelComparisons(pairs, joint);
    }

    private static boolean[] correct(PredictionTable table, String model, Level level) {
        List<Case> cases = new ArrayList<>(Case.of(level, table.of(model), table.classes()));
        cases.sort(Comparator.comparing(Case::id));
        return new Sample(cases, table.classes().size()).correct();
    }

    private static List<ModelComparison> pairs(List<String> models, Level level, boolean[][] correct) {
        List<ModelComparison> pairs = new ArrayList<>();
        for (int a = 0; a < models.size(); a++) {
            for (int b = a + 1; b < models.size(); b++) {
                pairs.add(ModelComparison.of(models.get(a), models.get(b), level, McNemar.of(correct[a], correct[b])));
            }
        }
        return MultipleTesting.holm(pairs, ModelComparison::pHolm, ModelComparison::withHolm);
    }
}
