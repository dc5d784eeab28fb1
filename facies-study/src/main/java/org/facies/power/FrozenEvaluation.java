package org.facies.power;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.classifier.ClassMoments;
import org.facies.classifier.LinearDiscriminant;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.metric.ClassMetric;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/**
 * Cross-validation of a linear discriminant on embeddings: the class of each subject is predicted from the mean over
 * its photos, with a rule fitted on the other folds.
 */
final class FrozenEvaluation {
    private static final String MODEL = "frozen";

    private final EmbeddedCohort whole;
    private final DrawPlan plan;

    FrozenEvaluation(EmbeddedCohort whole, DrawPlan plan) {
        this.whole = whole;
        this.plan = plan;
    }

    DrawScores scores(Draw draw) {
        LevelEvaluation subjects = evaluated(draw, new EvaluationSettings(1, plan.seed()));
        return new DrawScores(
                draw,
                (int) subjects.n(),
                subjects.get(Metric.MACRO_F1).value(),
                subjects.get(Metric.BALANCED_ACCURACY).value(),
                whole.cohort().classes().stream()
                        .map(name -> subjects.perClass()
                                .get(name)
                                .get(ClassMetric.RECALL)
                                .value())
                        .toList());
    }

    /** The result by subject, with intervals. */
    LevelEvaluation evaluated(Draw draw, EvaluationSettings settings) {
        Cohort drawn = plan.draw(draw);
        PredictionTable table = new PredictionTable(drawn.classes(), predictions(drawn, plan.folds(drawn, draw)));
        return Evaluation.of(table, settings).models().get(MODEL).subject();
    }

    private List<Prediction> predictions(Cohort drawn, FoldPlan folds) {
        List<LinearDiscriminant> rules = rules(moments(drawn, folds));
        List<Prediction> predictions = new ArrayList<>();
        for (Subject subject : drawn.subjects()) {
            for (Photo photo : subject.photos()) {
                int fold = folds.foldOf(photo);
                double[] probabilities = rules.get(fold).probabilities(embedding(photo));
                predictions.add(new Prediction(
                        MODEL,
                        fold,
                        photo.path(),
                        subject.id(),
                        subject.diagnosis(),
                        DoubleStream.of(probabilities).boxed().toList()));
            }
        }
        return predictions;
    }

    /** One rule for each fold, fitted on the photos of all other folds. */
    private static List<LinearDiscriminant> rules(List<ClassMoments> moments) {
        return IntStream.range(0, moments.size())
                .mapToObj(held -> {
                    List<ClassMoments> training = new ArrayList<>(moments);
                    training.remove(held);
                    return new LinearDiscriminant(ClassMoments.sum(training));
                })
                .toList();
    }

    private List<ClassMoments> moments(Cohort drawn, FoldPlan folds) {
        int size = embedding(drawn.photos().get(0)).length;
        List<ClassMoments> moments = IntStream.range(0, folds.k())
                .mapToObj(fold -> new ClassMoments(size, drawn.classes().size()))
                .toList();
        for (Subject subject : drawn.subjects()) {
            int label = drawn.classIndex(subject.diagnosis());
            subject.photos().forEach(photo -> moments.get(folds.foldOf(photo)).add(embedding(photo), label));
        }
        return moments;
    }

    private double[] embedding(Photo photo) {
        return whole.embeddings().get(photo.path());
    }
}
