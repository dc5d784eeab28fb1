package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facies.metric.EvaluationSettings;
import org.facies.report.paper.Checklist;
import org.facies.report.paper.Checklist.Item;
import org.facies.report.paper.Checklist.State;
import org.facies.report.paper.StudyAnswers;
import org.facies.report.run.RunReader;
import org.facies.result.EvaluationRecord;
import org.facies.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a checklist counts as answered is answered. */
class ChecklistTest {
    @TempDir
    private Path run;

    private List<Checklist> checklists() {
        StudyAnswers answers = new StudyAnswers(RunReader.read(run));
        return List.of(Checklist.tripodAi(answers), Checklist.claim(answers));
    }

    @Test
    void no_answer_serves_more_than_two_items_nor_two_of_one_checklist() {
        SampleRun.synthetic(run);
        Map<String, Long> inBoth = checklists().stream()
                .flatMap(checklist -> checklist.items().stream())
                .filter(item -> !item.isOpen())
                .collect(Collectors.groupingBy(Item::answer, Collectors.counting()));
        assertThat(inBoth)
                .hasSizeGreaterThan(35)
                .allSatisfy((answer, times) -> assertThat(times).as(answer).isLessThanOrEqualTo(2));
        assertThat(checklists())
                .allSatisfy(checklist -> assertThat(checklist.items().stream()
                                .filter(item -> !item.isOpen())
                                .map(Item::answer))
                        .doesNotHaveDuplicates());
    }

    @Test
    void no_long_sentence_stands_in_three_answers() {
        SampleRun.synthetic(run);
        Map<String, Long> sentences = checklists().stream()
                .flatMap(checklist -> checklist.items().stream())
                .flatMap(item -> List.of(item.answer().split("(?<=[a-z)’][.;]) ")).stream()
                        .distinct())
                .filter(sentence -> sentence.length() > 40)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sentences)
                .hasSizeGreaterThan(50)
                .allSatisfy((sentence, times) -> assertThat(times).as(sentence).isLessThanOrEqualTo(2));
    }

    @Test
    void the_counts_that_are_shown_are_those_of_the_rows() throws Exception {
        SampleRun.synthetic(run);
        Html report = Html.read(new ReportWriter().write(run));
        List<Element> shown = report.all("details").stream()
                .filter(details -> Html.text(details).contains("items answered by the run"))
                .toList();
        assertThat(shown).hasSize(2);
        for (int i = 0; i < 2; i++) {
            List<String> cells = new ArrayList<>();
            for (Element row : Html.all(shown.get(i), "tr")) {
                List<Element> parts = Html.all(row, "td");
                if (!parts.isEmpty()) {
                    cells.add(Html.text(parts.get(1)));
                }
            }
            long open = cells.stream().filter("the author"::equals).count();
            long prefilled = cells.stream()
                    .filter(text -> text.startsWith("pre-filled, check: "))
                    .count();
            Checklist checklist = checklists().get(i);
            assertThat(Html.text(Html.all(shown.get(i), "summary").get(0)))
                    .isEqualTo(checklist.name() + ": " + (cells.size() - open - prefilled) + " of " + cells.size()
                            + " items answered by the run, " + prefilled + " pre-filled for you to check, " + open
                            + " left to the author");
            assertThat(open).isEqualTo(checklist.count(State.OPEN)).isPositive();
            assertThat(prefilled).isEqualTo(checklist.count(State.PREFILLED)).isGreaterThan(8);
            assertThat(checklist.count(State.ANSWERED)).isGreaterThan(12);
        }
    }

    @Test
    void an_answered_item_tells_of_this_run_and_leaves_nothing_to_the_author() {
        SampleRun.synthetic(run);
        assertThat(checklists().stream().flatMap(checklist -> checklist.items().stream()))
                .filteredOn(item -> item.state() == State.ANSWERED)
                .allSatisfy(item -> assertThat(item.answer())
                        .as(item.number())
                        .doesNotContain("nly the author", "Not applicable", "See “"));
    }

    @Test
    void of_imported_predictions_nothing_is_answered_that_only_their_maker_knows() throws Exception {
        SampleRun.complete(run);
        Files.delete(run.resolve("study.yaml"));
        EvaluationRecord.FILE.write(
                run.resolve("evaluation.json"),
                new EvaluationRecord(
                        "predictions.csv",
                        EvaluationSettings.standard(23),
                        Provenance.ofThisProcess(23, Map.of()),
                        Optional.empty()));
        Map<String, State> claim =
                checklists().get(1).items().stream().collect(Collectors.toMap(Item::number, Item::state));
        assertThat(List.of("19", "20", "22", "24", "25", "26", "27", "31", "32", "33"))
                .allSatisfy(item -> assertThat(claim.get(item)).as(item).isEqualTo(State.OPEN));
        assertThat(claim).containsEntry("28", State.ANSWERED).containsEntry("38", State.ANSWERED);
        assertThat(new TreeSet<>(claim.values())).containsExactly(State.ANSWERED, State.PREFILLED, State.OPEN);
    }
}
