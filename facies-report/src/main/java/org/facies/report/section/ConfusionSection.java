package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.metric.Level;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/** Which classes are confused with which, over subjects. */
public record ConfusionSection(List<String> classes, ByModel<Matrix> matrices) {

    /** One model's answers. */
    public record Matrix(String model, List<Row> rows) {
        public Matrix {
            rows = List.copyOf(rows);
        }
    }

    /** The subjects of one true class. */
    public record Row(String diagnosis, String total, List<Answer> answers) {
        public Row {
            answers = List.copyOf(answers);
        }
    }

    /**
     * How many of the row were given this answer.
     *
     * @param share of the row, in words
     * @param shade the same in [0, 1], as CSS writes it
     * @param cssClass {@code right} on the diagonal, else {@code wrong}
     */
    public record Answer(String count, String share, String shade, String cssClass) {}

    public ConfusionSection {
        classes = List.copyOf(classes);
    }

    static ConfusionSection of(Run run) {
        List<String> classes = run.names().of(run.classes());
        List<Matrix> matrices = new ArrayList<>();
        for (String model : run.models()) {
            List<List<Long>> counts = run.scores(model, Level.SUBJECT).level().confusion();
            if (counts.size() == classes.size()) {
                matrices.add(matrix(model, classes, counts));
            }
        }
        return new ConfusionSection(classes, ByModel.of(run, matrices, Matrix::model));
    }

    private static Matrix matrix(String model, List<String> classes, List<List<Long>> counts) {
        List<Row> rows = new ArrayList<>();
        for (int truth = 0; truth < classes.size(); truth++) {
            List<Long> row = counts.get(truth);
            long total = row.stream().mapToLong(Long::longValue).sum();
            List<Answer> answers = new ArrayList<>();
            for (int answer = 0; answer < row.size(); answer++) {
                answers.add(answer(row.get(answer), total, truth == answer ? "right" : "wrong"));
            }
            rows.add(new Row(classes.get(truth), Numbers.count(total), answers));
        }
        return new Matrix(model, rows);
    }

    private static Answer answer(long count, long total, String cssClass) {
        double share = (double) count / total;
        String shade = String.format(Locale.ROOT, "%.3f", total == 0 ? 0 : share);
        return new Answer(Numbers.count(count), Numbers.roundPercent(share), shade, cssClass);
    }
}
