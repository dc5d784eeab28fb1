package org.facies.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.facies.cohort.NamedClass;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.reader.AdvisingModel;
import org.facies.reader.Answer;
import org.facies.reader.Reader;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.subgroup.SubgroupColumn;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/**
 * A {@code metrics.json} in which every optional part is there: the golden predictions with three models and readers.
 */
public final class FullMetrics {
    private static final EvaluationSettings FEW = new EvaluationSettings(20, 5);

    private FullMetrics() {}

    /** The same at every call. */
    public static MetricsFile file() {
        PredictionTable table = withThirdModel(Golden.predictions());
        UncertaintyEvaluation uncertainty = UncertaintyEvaluation.of(
                table, List.of(site(table)), novelty(table), UncertaintySettings.standard(FEW));
        return MetricsFile.of(Evaluation.of(table, FEW), uncertainty)
                .withReaders(ReaderStudy.of(
                        table, readers(table), Optional.of(AdvisingModel.of(table, "a", Level.SUBJECT)), FEW, 1))
                .withNames(List.of(new NamedClass(
                        "noonan",
                        "Noonan syndrome",
                        Optional.of("163950"),
                        Optional.of("648"),
                        Optional.of("MONDO:0018997"))));
    }

    /** Cochran's Q takes three models. */
    private static PredictionTable withThirdModel(PredictionTable two) {
        PredictionTable third = new PredictionTable(
                two.classes(),
                two.of("a").stream()
                        .map(one -> new Prediction(
                                "c",
                                one.fold(),
                                one.photo(),
                                one.subject(),
                                one.diagnosis(),
                                one.fold() == 0
                                        ? two.classes().stream()
                                                .map(name -> 1.0 / two.classes().size())
                                                .toList()
                                        : one.probabilities()))
                        .toList());
        return PredictionTable.pooled(List.of(two, third));
    }

    private static NoveltyTable novelty(PredictionTable table) {
        return new NoveltyTable(table.predictions().stream()
                .map(p -> new NoveltyTable.Row(
                        p.model(),
                        p.fold(),
                        p.photo(),
                        p.subject(),
                        p.probabilities().get(0)))
                .toList());
    }

    private static SubgroupColumn site(PredictionTable table) {
        List<String> subjects =
                table.predictions().stream().map(Prediction::subject).distinct().toList();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("north", subjects.subList(0, subjects.size() / 2));
        groups.put("south", subjects.subList(subjects.size() / 2, subjects.size()));
        return new SubgroupColumn("site", groups);
    }

    /**
     * The golden readers on all but the last subjects, with all that a reader study knows; every seventh case is not
     * named, and every ninth is shown again.
     */
    private static ReaderAnswers readers(PredictionTable table) {
        ReaderAnswers all = ReaderAnswers.read(Golden.file("readers.csv"), table);
        return new ReaderAnswers(
                Level.SUBJECT,
                IntStream.range(0, all.readers().size())
                        .mapToObj(r -> full(all.readers().get(r), r < 2))
                        .toList());
    }

    /** @param isWhole whether the reader saw a model, and in which order is known */
    private static Reader full(Reader one, boolean isWhole) {
        List<Answer> plain = one.answers().subList(0, one.answers().size() - 20);
        List<Answer> first = IntStream.range(0, plain.size())
                .mapToObj(
                        i -> answer(plain.get(i), i % 7 == 0 ? "" : plain.get(i).diagnosis(), i + 1))
                .toList();
        List<Answer> aided = IntStream.range(0, plain.size())
                .mapToObj(i -> answer(
                        plain.get(i), plain.get((i + i % 3) % plain.size()).diagnosis(), i + 1))
                .toList();
        List<Answer> repeats = IntStream.range(0, plain.size())
                .filter(i -> i % 9 == 1)
                .mapToObj(i -> answer(
                        plain.get(i), plain.get((i + i % 2) % plain.size()).diagnosis(), plain.size() + i + 1))
                .toList();
        if (!isWhole) {
            return new Reader(
                    one.name(),
                    "12 years",
                    first.stream()
                            .map(answer -> new Answer(
                                    answer.caseId(), answer.diagnosis(), answer.confidence(), answer.seconds()))
                            .toList());
        }
        return new Reader(one.name(), "12 years", first, new Reader.FurtherAnswers(aided, repeats), true);
    }

    private static Answer answer(Answer one, String diagnosis, int position) {
        return new Answer(
                one.caseId(),
                diagnosis,
                diagnosis.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0.7),
                OptionalDouble.of(9 + position % 4),
                Optional.of(new Answer.Place(position, (position - 1) / 60 + 1)),
                List.of());
    }
}
