package org.facies.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.table.CsvFile;

/**
 * {@code readers.csv}: a row for each answer of the main part and the repeats, by reader, position and step; practice
 * is left out.
 */
final class AnswerTable {
    /** What stands in the column of experience of readers who are no people, alone or before anything else. */
    static final String SIMULATED = "simulated";

    /** Of confidence. */
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

    /** A first answer is given without the model in both arms of the study. */
    static String arm(Submission answer) {
        return answer.step() == Step.FIRST ? "unaided" : "aided";
    }

    /**
     * A step of confidence as the probability of the answer: from a fifth of the way between chance and certainty (1)
     * to certainty (5).
     *
     * @param classes number of classes
     * @return 1/classes + (1 - 1/classes) · step/5
     */
    static double confidence(int step, int classes) {
        return (STEPS + (classes - 1.0) * step) / (STEPS * classes);
    }

    /** In milliseconds' precision, and above 0. */
    private static String seconds(double seconds) {
        return String.valueOf(Math.max(1, Math.round(seconds * 1000)) / 1000.0);
    }

    private static String experience(CollectedReader reader) {
        return Stream.concat(
                        Stream.of(SIMULATED).filter(word -> reader.simulated()),
                        reader.experience().map(Experience::text).map(AnswerTable::plain).stream())
                .collect(Collectors.joining(", "));
    }

    /** Without control characters but line feeds. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
                .strip();
    }
}
