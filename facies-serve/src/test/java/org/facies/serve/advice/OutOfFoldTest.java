package org.facies.serve.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.bundle.PredictedRun;
import org.facies.calibration.CrossFitting;
import org.facies.conformal.Conformity;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.Test;

class OutOfFoldTest {
    private static final List<Prediction> PREDICTIONS = PredictedRun.predictions(PredictedRun.cohort(), "m", 1.5, 8);

    /** With wrong diagnoses in a fold, all answers about its children stay, and answers about others change. */
    @Test
    void no_diagnosis_of_a_fold_has_a_say_in_the_answers_about_its_children() {
        HeldOutSubjects given = subjects(PREDICTIONS);
        HeldOutSubjects shuffled = subjects(PREDICTIONS.stream()
                .map(one -> one.fold() == 1 ? withDiagnosis(one, another(one.subject())) : one)
                .toList());

        OutOfFold before = new OutOfFold(given, 90);
        OutOfFold after = new OutOfFold(shuffled, 90);

        int changed = 0;
        for (int i = 0; i < given.size(); i++) {
            OutOfFold.Said said = before.of(given.id(i));
            OutOfFold.Said now = after.of(given.id(i));
            if (given.fold(i) == 1) {
                assertThat(now.probabilities()).isEqualTo(said.probabilities());
                assertThat(now.set()).isEqualTo(said.set());
            } else if (!Arrays.equals(now.probabilities(), said.probabilities())) {
                changed++;
            }
        }
        assertThat(changed).isEqualTo(60);
    }

    @Test
    void an_answer_is_what_the_other_folds_alone_teach() {
        HeldOutSubjects all = subjects(PREDICTIONS);
        OutOfFold said = new OutOfFold(all, 90);

        for (int fold : all.folds()) {
            HeldOutSubjects others = all.fittingSet(fold);
            for (int i : all.inFolds(own -> own == fold)) {
                double[] expected = CrossFitting.ofAll(others).apply(all.probabilities(i));
                assertThat(said.of(all.id(i)).probabilities()).containsExactly(expected, within(1e-12));
            }
        }
    }

    /** 30 children of a class in 3 folds: 20 in the other folds, so 2 of 20 may be stranger than a limit of 90 %. */
    @Test
    void a_class_is_in_the_set_unless_hardly_any_child_of_it_elsewhere_looks_as_strange() {
        HeldOutSubjects all = subjects(PREDICTIONS);
        OutOfFold said = new OutOfFold(all, 90);
        int covered = 0;
        for (int i = 0; i < all.size(); i++) {
            int fold = all.fold(i);
            HeldOutSubjects others = all.fittingSet(fold);
            OutOfFold.Said own = said.of(all.id(i));
            for (int c = 0; c < 3; c++) {
                int wanted = c;
                double score = Conformity.LAC.score(own.probabilities(), c);
                long asStrange = IntStream.range(0, others.size())
                        .filter(k -> others.truth(k) == wanted)
                        .filter(k ->
                                Conformity.LAC.score(CrossFitting.ofAll(others).apply(others.probabilities(k)), wanted)
                                        >= score)
                        .count();
                assertThat(own.set()[c]).isEqualTo(asStrange >= 2);
            }
            covered += own.set()[all.truth(i)] ? 1 : 0;
        }
        assertThat(covered / 90.0).isBetween(0.8, 1.0);
    }

    /** The same for both photos of a child, and as often as not a wrong one. */
    private static String another(String subject) {
        return PredictedRun.CLASSES.get(new Random(subject.hashCode()).nextInt(3));
    }

    private static HeldOutSubjects subjects(List<Prediction> predictions) {
        return HeldOutSubjects.of(new PredictionTable(PredictedRun.CLASSES, predictions), "m");
    }

    private static Prediction withDiagnosis(Prediction one, String diagnosis) {
        return new Prediction(one.model(), one.fold(), one.photo(), one.subject(), diagnosis, one.probabilities());
    }
}
