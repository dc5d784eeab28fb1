package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.LevelText;
import org.facies.report.text.Phrases;

/** Every class against all others, over subjects. */
public record ClassSection(List<OneClass> classes) {
    private static final List<ClassMetric> MEASURES = List.of(
            ClassMetric.RECALL,
            ClassMetric.PRECISION,
            ClassMetric.F1,
            ClassMetric.SPECIFICITY,
            ClassMetric.AUC_OVR_WITHIN_FOLDS);

    /** One class: its chart and a row for each model with recall, precision, F1, specificity and AUC. */
    public record OneClass(String name, String support, Svg recall, List<ModelSection.Row> rows) {
        public OneClass {
            rows = List.copyOf(rows);
        }
    }

    public ClassSection {
        classes = List.copyOf(classes);
    }

    static ClassSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run);
        Forests drawn = Forests.ofRecalls(run);
        List<OneClass> classes = new ArrayList<>();
        for (String name : run.classes()) {
            classes.add(new OneClass(
                    name,
                    support(run, models, name),
                    drawn.ofRecall(classes.size()),
                    models.stream().map(model -> row(run, model, name)).toList()));
        }
        return new ClassSection(classes);
    }

    private static String support(Run run, List<ModelKey> models, String name) {
        return models.stream()
                .findFirst()
                .map(model -> run.scores(model.name(), Level.SUBJECT).support(name))
                .map(count -> Phrases.counted(count, "subject"))
                .orElse("");
    }

    private static ModelSection.Row row(Run run, ModelKey model, String diagnosis) {
        LevelText scores = run.scores(model.name(), Level.SUBJECT);
        return new ModelSection.Row(
                model.name(),
                MEASURES.stream()
                        .map(measure -> Cell.of(scores.ofClass(diagnosis, measure)))
                        .toList());
    }
}
