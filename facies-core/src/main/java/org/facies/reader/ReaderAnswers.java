package org.facies.reader;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;

/**
 * The answers of all readers from the file {@code readers.csv}; all cases are photos, or all are subjects. Methods
 * about answered cases refer to answers without a model to cases that were shown for the first time.
 *
 * @param level whether a case is a photo or a subject
 * @param readers in the order of the file, with unique names
 */
public record ReaderAnswers(Level level, List<Reader> readers) {

    public ReaderAnswers {
        readers = List.copyOf(readers);
    }

    /**
     * Reads {@code reader,subject,answer} or {@code reader,photo,answer} with the optional columns {@code arm},
     * {@code confidence}, {@code seconds}, {@code experience}, {@code position}, {@code block}, {@code repeat},
     * {@code p_<class>} and {@code comment}. An empty answer means "cannot say".
     *
     * @param table the predictions, which define cases and classes
     * @throws org.facies.input.BadInput with all problems of the file
     */
    public static ReaderAnswers read(Path csv, PredictionTable table) {
        return ReaderFile.read(csv, table);
    }

    /**
     * The same answers with some readers marked as simulated.
     *
     * @param names of simulated readers; names that are not in the file are ignored
     */
    public ReaderAnswers withSimulated(Set<String> names) {
        return new ReaderAnswers(
                level,
                readers.stream()
                        .map(reader -> names.contains(reader.name()) ? reader.simulated() : reader)
                        .toList());
    }

    /** The cases that at least one reader answered, in order of appearance. */
    public Set<String> judgedByAny() {
        return readers.stream()
                .flatMap(reader -> reader.answers().stream())
                .map(Answer::caseId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The cases that all readers answered, in order of appearance. */
    public Set<String> judgedByAll() {
        Set<String> common = judgedByAny();
        readers.forEach(reader ->
                common.retainAll(reader.answers().stream().map(Answer::caseId).collect(Collectors.toSet())));
        return common;
    }
}
