package org.facies.reading.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.reading.Advice;
import org.facies.reading.Arm;
import org.facies.reading.CollectedAnswers;
import org.facies.reading.CollectedReader;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.reading.ShownModel;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.junit.jupiter.api.Test;

class SimulatedReadersTest {
    private static final List<String> LABELS = List.of("alagille", "none", "noonan", "williams-beuren");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final int CASES = 2400;
    private static final ReadingStudy STUDY = study(CASES);
    private static final List<CollectedReader> READERS = readers(STUDY, 1, 1);

    @Test
    void they_are_as_good_as_is_said_of_them() {
        double[] stated = {0.70, 0.65, 0.61, 0.56, 0.53};

        for (int r = 0; r < 5; r++) {
            assertThat(accuracy(READERS.get(r), Step.FIRST))
                    .as(READERS.get(r).name())
                    .isCloseTo(stated[r], within(0.03));
        }
        assertThat(READERS)
                .filteredOn(reader -> reader.arm() == Arm.SEQUENTIAL)
                .allMatch(reader -> accuracy(reader, Step.SECOND) > accuracy(reader, Step.FIRST) + 0.05);
    }

    @Test
    void everything_about_them_is_marked_as_simulated() {
        Map<String, String> files = new CollectedAnswers("test", study(40), readers(study(40), 1, 1)).files();

        assertThat(READERS)
                .allMatch(CollectedReader::simulated)
                .allMatch(one -> one.name().startsWith("simulated-"));
        assertThat(files.get(CollectedAnswers.READERS).lines().skip(1))
                .hasSize(44 * 7)
                .allMatch(row -> row.startsWith("simulated-") && row.contains("\"simulated, "));
        assertThat(files.get(CollectedAnswers.PROTOCOL))
                .contains("\"simulated\" : true")
                .doesNotContain("\"simulated\" : false");
    }

    @Test
    void the_same_study_and_seed_give_the_same_answers_and_another_seed_gives_others() {
        ReadingStudy small = study(60);

        assertThat(readers(small, 1, 1)).isEqualTo(readers(small, 1, 1));
        assertThat(readers(small, 1, 2)).isNotEqualTo(readers(small, 1, 1));
    }

    @Test
    void where_nothing_can_be_seen_they_guess_or_cannot_say() {
        List<CollectedReader> blind = readers(STUDY, 0, 1);

        for (CollectedReader reader : blind) {
            boolean isCautious =
                    reader.answers().stream().anyMatch(one -> one.choice().isEmpty());
            assertThat(accuracy(reader, Step.FIRST)).isCloseTo(isCautious ? 0 : 0.25, within(0.03));
        }
        assertThat(blind.get(0).answers().stream().map(Submission::choice).distinct())
                .hasSize(4);
    }

    @Test
    void an_answer_that_differs_from_the_models_is_changed_to_it_as_often_as_is_said() {
        for (int r : new int[] {2, 4}) {
            int differs = 0;
            int follows = 0;
            List<Submission> answers = READERS.get(r).inOrder();
            for (int i = 0; i < answers.size(); i += 2) {
                int advice = advice(READERS.get(r), answers.get(i)).choice();
                Optional<Integer> first = answers.get(i).choice();
                Optional<Integer> second = answers.get(i + 1).choice();
                if (first.filter(own -> own == advice).isPresent()) {
                    assertThat(second).isEqualTo(first);
                    assertThat(answers.get(i + 1).confidence().orElseThrow())
                            .isGreaterThanOrEqualTo(answers.get(i).confidence().orElseThrow());
                } else {
                    differs++;
                    follows += second.filter(own -> own == advice).isPresent() ? 1 : 0;
                }
            }
            assertThat((double) follows / differs)
                    .isCloseTo(SimulatedReaders.FIVE.get(r).trust(), within(0.05));
        }
    }

    @Test
    void the_same_children_are_hard_for_different_readers() {
        List<Boolean> one = correct(READERS.get(0));
        List<Boolean> other = correct(READERS.get(2));
        double both = 0;
        for (int c = 0; c < CASES; c++) {
            both += !one.get(c) && !other.get(c) ? 1 : 0;
        }
        double ifIndependent = (1 - accuracy(READERS.get(0), Step.FIRST)) * (1 - accuracy(READERS.get(2), Step.FIRST));

        assertThat(both / CASES).isGreaterThan(ifIndependent + 0.04);
    }

    @Test
    void a_reader_agrees_with_themselves_more_than_with_others_and_not_always() {
        CollectedReader reader = READERS.get(0);
        int repeats = 0;
        int same = 0;
        for (Submission again : reader.answers()) {
            Presentation shown = reader.presentation(again);
            if (shown.part() == Part.REPEAT) {
                repeats++;
                same += again.choice()
                                .equals(firstOf(reader, shown.caseNumber()).choice())
                        ? 1
                        : 0;
            }
        }

        assertThat(repeats).isEqualTo(CASES / 10);
        assertThat((double) same / repeats).isBetween(0.7, 0.95);
    }

    @Test
    void confidence_is_higher_for_correct_answers_and_times_become_shorter_at_first() {
        for (CollectedReader reader : READERS) {
            List<Submission> first = reader.answers().stream()
                    .filter(one -> one.step() == Step.FIRST)
                    .toList();
            assertThat(mean(first, reader, true)).isGreaterThan(mean(first, reader, false) + 0.3);
            assertThat(first)
                    .allMatch(
                            one -> one.confidence().isPresent() == one.choice().isPresent());
            double begin = first.subList(0, 30).stream()
                    .mapToDouble(Submission::seconds)
                    .average()
                    .orElseThrow();
            double later = first.subList(100, 400).stream()
                    .mapToDouble(Submission::seconds)
                    .average()
                    .orElseThrow();
            assertThat(begin).isGreaterThan(later);
        }
    }

    private static double mean(List<Submission> answers, CollectedReader reader, boolean correct) {
        return answers.stream()
                .filter(one -> one.choice().isPresent() && isCorrect(reader, one) == correct)
                .mapToInt(one -> one.confidence().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static Advice advice(CollectedReader reader, Submission answer) {
        return STUDY.advice().get(reader.presentation(answer).caseNumber());
    }

    private static Submission firstOf(CollectedReader reader, int caseNumber) {
        return reader.inOrder().stream()
                .filter(one -> reader.presentation(one).caseNumber() == caseNumber)
                .findFirst()
                .orElseThrow();
    }

    private static List<Boolean> correct(CollectedReader reader) {
        Boolean[] correct = new Boolean[CASES];
        main(reader, Step.FIRST)
                .forEach(one -> correct[reader.presentation(one).caseNumber()] = isCorrect(reader, one));
        return List.of(correct);
    }

    private static double accuracy(CollectedReader reader, Step step) {
        List<Submission> answers = main(reader, step);
        return answers.stream().filter(one -> isCorrect(reader, one)).count() / (double) answers.size();
    }

    private static List<Submission> main(CollectedReader reader, Step step) {
        return reader.answers().stream()
                .filter(one -> one.step() == step && reader.presentation(one).part() == Part.MAIN)
                .toList();
    }

    private static boolean isCorrect(CollectedReader reader, Submission answer) {
        int truth = STUDY.plan()
                .cases()
                .get(reader.presentation(answer).caseNumber())
                .truth();
        return answer.choice().filter(own -> own == truth).isPresent();
    }

    private static List<CollectedReader> readers(ReadingStudy study, double visible, long seed) {
        return new SimulatedReaders(study, "none", visible, seed).read(SimulatedReaders.FIVE, NOW);
    }

    /** A study with a model that gets four of five right. */
    private static ReadingStudy study(int cases) {
        List<ReadingCase> children = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            int truth = i % 4;
            int said = i % 5 == 0 ? (truth + 1) % 4 : truth;
            List<Double> p = new ArrayList<>(List.of(0.1, 0.1, 0.1, 0.1));
            p.set(said, 0.7);
            children.add(new ReadingCase("S" + i, truth, List.of("S" + i + ".jpg")));
            advice.add(new Advice(said, List.of(said), 90, p));
        }
        ReadingDesign design = new ReadingDesign(
                "test",
                "manifest.csv",
                LABELS.stream()
                        .map(label -> new ReadingDesign.ShownClass(label, label))
                        .toList(),
                new ReadingDesign.Cases(ReadingDesign.Draw.EVERYONE, 0, 0, Map.of(), 1),
                new ReadingDesign.Pictures(ReadingDesign.Photos.ONE, ReadingDesign.View.CROP, 512),
                new ReadingDesign.Order(7, 20, 5, 0.1),
                new ReadingDesign.Practice(0, false),
                new ReadingDesign.Form(true, true, false, false),
                Optional.of(new ReadingDesign.Advisor("run", Optional.empty(), Optional.empty(), 90)),
                List.of(),
                30);
        return new ReadingStudy(
                design,
                new ReadingPlan(children, 0, 7, 20, cases / 10),
                "00",
                Optional.of(new ShownModel("m", "run", "00")),
                advice);
    }
}
