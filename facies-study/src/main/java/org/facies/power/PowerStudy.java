package org.facies.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.align.InOrder;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.LevelEvaluation;
import org.facies.progress.Progress;

/**
 * Draws cohorts of growing size from one cohort, evaluates each separately with folds by subject, and states how many
 * children of the rare class the target recall needs. The network is frozen: only a linear discriminant on its
 * embeddings is fitted, so the curve does not describe fine-tuning.
 *
 * <p>Large draws from one cohort overlap more than small ones, so the band over draws narrows towards the whole cohort
 * for that reason alone. The result of the whole cohort therefore has the usual intervals over subjects.
 */
public final class PowerStudy {
    private static final double[] BEYOND = {1.2, 1.4, 1.6, 1.8, 2.0};

    private final PowerSettings settings;
    private final DrawStore store;
    private final int threads;
    private final Progress progress;

    /**
     * Prepares a study.
     *
     * @param draws store of finished draws
     * @param threads that compute draws; the result does not depend on their number
     */
    public PowerStudy(PowerSettings settings, Path draws, int threads, Progress progress) {
        this.settings = settings;
        this.store = new DrawStore(draws);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * The curve of one cohort.
     *
     * @param label its name on the page
     * @throws org.facies.input.BadInput if the cohort is too small, or lacks the class or the sizes asked for
     * @throws InterruptedException if the calling thread is interrupted; finished draws are kept
     */
    public PowerCurve curve(String label, EmbeddedCohort cohort) throws InterruptedException {
        SizeGrid grid = new SizeGrid(cohort.cohort(), settings);
        DrawPlan plan =
                new DrawPlan(cohort.cohort(), grid.rareClass(), settings.growth(), settings.folds(), settings.seed());
        List<Integer> sizes = grid.sizes();
        List<String> classes = cohort.cohort().classes();
        FrozenEvaluation evaluation = new FrozenEvaluation(cohort, plan);
        Map<Draw, DrawScores> scores = scores(label, cohort, plan, evaluation, sizes);
        List<SizePoint> points = sizes.stream()
                .map(size -> SizePoint.of(classes, draws(size).map(scores::get).toList()))
                .toList();
        int all = plan.rareSubjects();
        LevelEvaluation once = evaluation.evaluated(new Draw(all, 0), EvaluationSettings.standard(settings.seed()));
        WholeCohort whole = new WholeCohort(all, (int) once.n(), Scored.of(classes, once));
        int rare = classes.indexOf(plan.rareClass());
        Optional<Projection> recall =
                projection(sizes, scores, draw -> draw.recalls().get(rare));
        Optional<Projection> macroF1 = projection(sizes, scores, DrawScores::macroF1);
        Answer answer = new AnswerFinder(plan.rareClass(), settings.targetRecall(), points, whole, recall).find();
        return new PowerCurve(label, plan.rareClass(), points, whole, beyond(all, macroF1, recall), answer);
    }

    private Map<Draw, DrawScores> scores(
            String label, EmbeddedCohort cohort, DrawPlan plan, FrozenEvaluation evaluation, List<Integer> sizes)
            throws InterruptedException {
        Map<Draw, DrawScores> scores = new HashMap<>();
        List<Draw> missing = new ArrayList<>();
        sizes.stream()
                .flatMap(this::draws)
                .forEach(draw -> store.find(DrawStore.key(cohort, plan, draw))
                        .ifPresentOrElse(known -> scores.put(draw, known), () -> missing.add(draw)));
        int total = scores.size() + missing.size();
        try (Progress.Bar bar = progress.start("Draws, " + label, total)) {
            InOrder.forEach(missing, threads, evaluation::scores, one -> {
                store.add(DrawStore.key(cohort, plan, one.draw()), one);
                scores.put(one.draw(), one);
                bar.at(scores.size(), one.draw().size() + " of " + plan.rareClass());
            });
        }
        return scores;
    }

    private Stream<Draw> draws(int size) {
        return IntStream.range(0, settings.repeats()).mapToObj(repeat -> new Draw(size, repeat));
    }

    private Optional<Projection> projection(
            List<Integer> sizes, Map<Draw, DrawScores> scores, ToDoubleFunction<DrawScores> measure) {
        double[][] table = IntStream.range(0, settings.repeats())
                .mapToObj(repeat -> sizes.stream()
                        .mapToDouble(size -> measure.applyAsDouble(scores.get(new Draw(size, repeat))))
                        .toArray())
                .toArray(double[][]::new);
        return Projection.of(sizes.stream().mapToDouble(Integer::doubleValue).toArray(), table, settings.seed());
    }

    private static List<Extrapolated> beyond(int all, Optional<Projection> macroF1, Optional<Projection> recall) {
        if (macroF1.isEmpty() || recall.isEmpty()) {
            return List.of();
        }
        List<Extrapolated> beyond = new ArrayList<>();
        for (double times : BEYOND) {
            int size = (int) Math.round(times * all);
            if (size > all) {
                beyond.add(new Extrapolated(size, estimate(macroF1.get(), size), estimate(recall.get(), size)));
            }
        }
        return beyond;
    }

    private static Estimate estimate(Projection projection, int size) {
        return new Estimate(projection.at(size), projection.interval(size), Extrapolated.INVERSE_POWER_LAW, "");
    }
}
