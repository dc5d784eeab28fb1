package org.facies.subgroup;

import java.util.ArrayList;
import java.util.List;

/** What is compared between the groups of a column. */
public sealed interface TestedFigure {

    /** The name in {@code metrics.json}. */
    String key();

    /** Whether it is a figure of subjects of this class. */
    boolean counts(int truth);

    /**
     * The sum over subjects of one class, of which the figure is the mean.
     *
     * @param truth their class
     * @param byAnswer int[classes]: how many of them got each answer
     * @param confidence sum of the probabilities of their answers
     */
    double sum(int truth, int[] byAnswer, double confidence);

    /** The share of right answers. */
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

    /** The share of a class that is found. */
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

    /** The share of other classes that is not taken for this one. */
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

    /** Mean probability of the answers less the share that is right: above zero, the model is too sure. */
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
