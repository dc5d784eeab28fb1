package org.facies.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The answers about one class against all others in the input format of iMRMC (Gallas et al. 2009): lines {@code
 * reader,case,modality,score}, before them how many readers, cases and modalities there are. The truth of a case is a
 * line of the reader -1. Cases are numbered as in {@code protocol.json}, from 1 instead of 0.
 *
 * <p>Modalities are {@code unaided}, {@code aided} and {@code model}; the model is one more reader. The score is the
 * probability of the class: the one that the reader gave; else the confidence for the class that was answered, and an
 * equal part of the rest for any other; 1 and 0 where confidence is not asked. "Cannot say" has the same score for
 * every class. Repeats and practice are left out, because iMRMC refuses a second reading of a case.
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

    /** The name of the file of a class. */
    static String name(int choice) {
        return "class-" + (choice + 1) + ".imrmc";
    }

    /** The content of the file of a class. */
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

    /** iMRMC takes any line with "N0:" and the like for a count, so nothing that the user named stands here. */
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
