package org.facies.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The answers for one class against all others in the input format of iMRMC (Gallas et al. 2009). A header gives the
 * number of readers, cases and modalities; lines {@code reader,case,modality,score} follow. The truth of a case is a
 * line of reader -1. Cases have the numbers of {@code protocol.json} plus 1.
 *
 * <p>The modalities are {@code unaided}, {@code aided} and {@code model}; the model is an additional reader. The score
 * is the probability of the class that the reader gave. If no probability was asked for, the chosen class has the
 * confidence as its score and the other classes share the rest equally. If no confidence was asked for, scores are 1
 * and 0. "Cannot say" gives every class the same score. Repeats and practice cases are omitted, because iMRMC rejects a
 * second reading of a case.
 */
final class ImrmcFile {
    private static final String MODEL = ReaderName.MODEL;

    private final ReadingStudy study;
    private final int choice;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> readers = new LinkedHashSet<>();
    private final Set<String> modalities = new TreeSet<>();

    private ImrmcFile(ReadingStudy study, int choice) {
        this.study = study;
        this.choice = choice;
    }

    /** The file name for a class. */
    static String name(int choice) {
        return "class-" + (choice + 1) + ".imrmc";
    }

    /** The content of the file for a class. */
    static String text(ReadingStudy study, int choice, List<CollectedReader> readers) {
        ImrmcFile file = new ImrmcFile(study, choice);
        readers.forEach(file::add);
        if (!study.advice().isEmpty()) {
            IntStream.range(0, study.plan().mainCases())
                    .forEach(c -> file.add(
                            MODEL,
                            c,
                            MODEL,
                            study.advice().get(c).probabilities().get(choice)));
        }
        boolean isSimulated = readers.stream().anyMatch(CollectedReader::simulated);
        return file.header(isSimulated) + String.join("\n", file.lines) + "\n";
    }

    private void add(CollectedReader reader) {
        reader.inOrder().stream()
                .filter(answer -> reader.presentation(answer).part() == Part.MAIN)
                .forEach(answer -> add(
                        reader.name(),
                        reader.presentation(answer).caseNumber(),
                        AnswerTable.arm(answer),
                        score(answer)));
    }

    private void add(String reader, int caseNumber, String modality, double score) {
        readers.add(reader);
        modalities.add(modality);
        lines.add(String.join(",", reader, String.valueOf(caseNumber + 1), modality, String.valueOf(score)));
    }

    private double score(Submission answer) {
        int classes = study.design().classes().size();
        if (!answer.probabilities().isEmpty()) {
            return answer.probabilities().get(choice);
        }
        Optional<Integer> chosen = answer.choice();
        if (chosen.isEmpty()) {
            return 1.0 / classes;
        }
        int step = answer.confidence().orElse(AnswerTable.STEPS);
        return chosen.get() == choice
                ? AnswerTable.confidence(step, classes)
                : (double) (AnswerTable.STEPS - step) / (AnswerTable.STEPS * classes);
    }

    /**
     * The header. iMRMC reads any line with "N0:" or the like as a count, so the header contains no name that a user
     * chose.
     */
    private String header(boolean isSimulated) {
        List<Integer> truth = study.plan().cases().subList(0, study.plan().mainCases()).stream()
                .map(one -> one.truth() == choice ? 1 : 0)
                .toList();
        long diseased = truth.stream().filter(is -> is == 1).count();
        StringBuilder text = new StringBuilder("Facies reader study, class " + (choice + 1)
                + " of readers.yaml against all others" + (isSimulated ? ", simulated readers" : "") + "\n\n");
        text.append("NR: ").append(readers.size()).append('\n');
        text.append("N0: ").append(truth.size() - diseased).append('\n');
        text.append("N1: ").append(diseased).append('\n');
        text.append("NM: ").append(modalities.size()).append("\n\n");
        text.append("BEGIN DATA:\n");
        for (int c = 0; c < truth.size(); c++) {
            text.append("-1,")
                    .append(c + 1)
                    .append(",truth,")
                    .append(truth.get(c))
                    .append('\n');
        }
        return text.toString();
    }
}
