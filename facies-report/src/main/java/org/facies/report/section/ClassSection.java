package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;

/**
 * Every class compared with all others, over subjects.
 *
 * @param answer which class the headline's model finds most and least often
 * @param model of the headline
 * @param headline a row for each class with its metrics by that model
 * @param classes all models, by class
 */
public record ClassSection(String answer, String model, List<ModelSection.Row> headline, List<OneClass> classes) {
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
        headline = List.copyOf(headline);
        classes = List.copyOf(classes);
    }

    static ClassSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run);
        Forests drawn = Forests.ofRecalls(run);
        List<OneClass> classes = new ArrayList<>();
        for (String name : run.classes()) {
            classes.add(new OneClass(
                    run.names().of(name),
                    support(run, models, name),
                    drawn.ofRecall(classes.size()),
                    models.stream().map(model -> row(run, model, name)).toList()));
        }
        String model = run.headlineModel().orElseGet(() -> run.models().get(0));
        return new ClassSection(
                answer(run, model),
                model,
                run.classes().stream()
                        .map(name -> new ModelSection.Row(run.names().of(name), cells(run, model, name)))
                        .toList(),
                classes);
    }

    private static String answer(Run run, String model) {
        LevelText scores = run.scores(model, Level.SUBJECT);
        List<String> found = run.classes().stream()
                .filter(name -> scores.ofClass(name, ClassMetric.RECALL).isDefined())
                .sorted(Comparator.comparingDouble(
                        name -> -scores.ofClass(name, ClassMetric.RECALL).value()))
                .toList();
        if (found.isEmpty()) {
            return "";
        }
        String last = found.get(found.size() - 1);
        return model + " recognises " + recognised(run, scores, found.get(0)) + ", the most, and "
                + recognised(run, scores, last) + ", the fewest.";
    }

    /** {@code 25 of 30 children of class “Noonan” (83 %)}. */
    private static String recognised(Run run, LevelText scores, String name) {
        double recall = scores.ofClass(name, ClassMetric.RECALL).value();
        long support = scores.support(name);
        return Numbers.count(Math.round(recall * support)) + " of " + Children.counted(support) + " of class “"
                + run.names().of(name) + "” (" + Numbers.roundPercent(recall) + ")";
    }

    private static String support(Run run, List<ModelKey> models, String name) {
        return models.stream()
                .findFirst()
                .map(model -> run.scores(model.name(), Level.SUBJECT).support(name))
                .map(Children::counted)
                .orElse("");
    }

    private static ModelSection.Row row(Run run, ModelKey model, String diagnosis) {
        return new ModelSection.Row(model.name(), cells(run, model.name(), diagnosis));
    }

    private static List<Cell> cells(Run run, String model, String diagnosis) {
        LevelText scores = run.scores(model, Level.SUBJECT);
        return MEASURES.stream()
                .map(measure -> Cell.of(scores.ofClass(diagnosis, measure)))
                .toList();
    }
}
