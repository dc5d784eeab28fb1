package org.facies.subgroup;

import java.util.ArrayList;
import java.util.List;

/** A metric that is compared between the groups of a column. */
public sealed interface TestedFigure {

    /** The name in {@code metrics.json}. */
    String key();

    /** Whether subjects of this class contribute to the metric. */
    boolean counts(int truth);

    /**
     * The sum over subjects of one class. The metric is the mean over subjects.
     *
     * @param truth class of the subjects
     * @param byAnswer int[classes], number of subjects with each answer
     * @param confidence sum of the probabilities of the answers
     */
    double sum(int truth, int[] byAnswer, double confidence);

    /** The proportion of correct answers. */
    record Accuracy() implements TestedFigure {
        @Override
        public String key() {
            return "accuracy";
        }

        @Override
        public boolean counts(int truth) {
            return true;
        }

        @Override
        public double sum(int truth, int[] byAnswer, double confidence) {
            return byAnswer[truth];
        }
    }

    /** The proportion of a class that is classified as that class. */
    record Sensitivity(int classIndex) implements TestedFigure {
        @Override
        public String key() {
            return "sensitivity";
        }

        @Override
        public boolean counts(int truth) {
            return truth == classIndex;
        }

        @Override
        public double sum(int truth, int[] byAnswer, double confidence) {
            return byAnswer[classIndex];
        }
    }

    /** The proportion of other classes that is not classified as this class. */
    record Specificity(int classIndex) implements TestedFigure {
        @Override
        public String key() {
            return "specificity";
        }

        @Override
        public boolean counts(int truth) {
            return truth != classIndex;
        }

        @Override
        public double sum(int truth, int[] byAnswer, double confidence) {
            int others = -byAnswer[classIndex];
            for (int count : byAnswer) {
                others += count;
            }
            return others;
        }
    }

    /** The mean probability of the answers minus accuracy; above 0, the model is overconfident. */
    record Overconfidence() implements TestedFigure {
        @Override
        public String key() {
            return "overconfidence";
        }

        @Override
        public boolean counts(int truth) {
            return true;
        }

        @Override
        public double sum(int truth, int[] byAnswer, double confidence) {
            return confidence - byAnswer[truth];
        }
    }

    /** Accuracy, then sensitivity and specificity of each class, then overconfidence. */
    static List<TestedFigure> all(int classes) {
        List<TestedFigure> all = new ArrayList<>();
        all.add(new Accuracy());
        for (int c = 0; c < classes; c++) {
            all.add(new Sensitivity(c));
        }
        for (int c = 0; c < classes; c++) {
            all.add(new Specificity(c));
        }
        all.add(new Overconfidence());
        return all;
    }
}
