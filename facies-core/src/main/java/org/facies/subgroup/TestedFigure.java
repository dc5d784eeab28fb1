package org.facies.subgroup;

import java.util.ArrayList;
import java.util.List;

/** What is compared between the groups of a column. */
public sealed interface TestedFigure {

    /** The name in {@code metrics.json}. */
    String key();

    /** Whether it is a figure of subjects of this class. */
    boolean counts(int truth);

    /** What a subject with this truth and answer adds. */
    double value(int truth, int predicted);

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
        public double value(int truth, int predicted) {
            return truth == predicted ? 1 : 0;
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
        public double value(int truth, int predicted) {
            return predicted == classIndex ? 1 : 0;
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
        public double value(int truth, int predicted) {
            return predicted == classIndex ? 0 : 1;
        }
    }

    /** Accuracy, then sensitivity and specificity of each class. */
    static List<TestedFigure> all(int classes) {
        List<TestedFigure> all = new ArrayList<>();
        all.add(new Accuracy());
        for (int c = 0; c < classes; c++) {
            all.add(new Sensitivity(c));
        }
        for (int c = 0; c < classes; c++) {
            all.add(new Specificity(c));
        }
        return all;
    }
}
