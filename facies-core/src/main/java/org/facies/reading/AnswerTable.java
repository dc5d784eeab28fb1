package org.facies.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.table.CsvFile;

/**
 * Writes {@code readers.csv}: one row for each answer of the main part and the repeats, sorted by reader, position and
 * step. Practice cases are omitted.
 */
final class AnswerTable {
    /** Mark of simulated readers: the value of the column {@code experience}, or its beginning. */
    static final String SIMULATED = "simulated";

    /** Number of confidence steps. */
    static final int STEPS = 5;

    private static final List<String> COLUMNS = List.of(
            "reader", "subject", "arm", "answer", "confidence", "seconds", "experience", "position", "block", "repeat");

    private final ReadingDesign design;
    private final ReadingPlan plan;

    AnswerTable(ReadingStudy study) {
        design = study.design();
        plan = study.plan();
    }

    String text(List<CollectedReader> readers) {
        List<String> header = new ArrayList<>(COLUMNS);
        if (design.form().probabilities()) {
            design.labels().forEach(label -> header.add("p_" + label));
        }
        if (design.form().comment()) {
            header.add("comment");
        }
        return CsvFile.text(header, readers.stream().flatMap(this::rows).collect(Collectors.toList()));
    }

    private Stream<List<String>> rows(CollectedReader reader) {
        return reader.inOrder().stream()
                .filter(answer -> reader.presentation(answer).part() != Part.PRACTICE)
                .map(answer -> row(reader, answer));
    }

    private List<String> row(CollectedReader reader, Submission answer) {
        Presentation shown = reader.presentation(answer);
        List<String> row = new ArrayList<>(List.of(
                reader.name(),
                plan.cases().get(shown.caseNumber()).subject(),
                arm(answer),
                answer.choice().map(choice -> design.labels().get(choice)).orElse(""),
                answer.confidence()
                        .map(step ->
                                String.valueOf(confidence(step, design.labels().size())))
                        .orElse(""),
                seconds(answer.seconds()),
                experience(reader),
                String.valueOf(shown.position()),
                String.valueOf(shown.block()),
                shown.part() == Part.REPEAT ? "1" : "0"));
        if (design.form().probabilities()) {
            for (int c = 0; c < design.labels().size(); c++) {
                row.add(
                        answer.probabilities().isEmpty()
                                ? ""
                                : String.valueOf(answer.probabilities().get(c)));
            }
        }
        if (design.form().comment()) {
            row.add(plain(answer.comment()));
        }
        return row;
    }

    /** The value of the column {@code arm}. A first answer is unaided in both arms of the study. */
    static String arm(Submission answer) {
        return answer.step() == Step.FIRST ? "unaided" : "aided";
    }

    /**
     * The probability of the answer that corresponds to a confidence step. Step 1 is one fifth of the way from chance
     * level to certainty, step 5 is certainty.
     *
     * @param classes number of classes
     * @return 1/classes + (1 - 1/classes) · step/5
     */
    static double confidence(int step, int classes) {
        return (STEPS + (classes - 1.0) * step) / (STEPS * classes);
    }

    /** The time as text, with the precision of a millisecond and always above 0. */
    private static String seconds(double seconds) {
        return String.valueOf(Math.max(1, Math.round(seconds * 1000)) / 1000.0);
    }

    private static String experience(CollectedReader reader) {
        return Stream.concat(
                        Stream.of(SIMULATED).filter(word -> reader.simulated()),
                        reader.experience().map(Experience::text).map(AnswerTable::plain).stream())
                .collect(Collectors.joining(", "));
    }

    /** The text without control characters other than line feeds. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                .strip();
    }
}
