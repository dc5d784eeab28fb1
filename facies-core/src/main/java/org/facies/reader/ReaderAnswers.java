package org.facies.reader;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;

/**
 * The answers of all readers, all about photos or all about subjects: the file {@code readers.csv}. What is said of
 * cases that were judged is about answers without a model to cases that were shown for the first time.
 *
 * @param level what a reader saw as one case
 * @param readers in the order of the file, names unique
 */
public record ReaderAnswers(Level level, List<Reader> readers) {

    public ReaderAnswers {
        readers = List.copyOf(readers);
    }

    /**
     * Reads {@code reader,subject,answer} or {@code reader,photo,answer} with the optional columns {@code arm},
     * {@code confidence}, {@code seconds}, {@code experience}, {@code position}, {@code block}, {@code repeat},
     * {@code p_<class>} and {@code comment}. An empty answer says that the reader could not name a
     * class.
     *
     * @param table the cases and classes that there are
     * @throws org.facies.input.BadInput with everything that is wrong
     */
    public static ReaderAnswers read(Path csv, PredictionTable table) {
        return ReaderFile.read(csv, table);
    }

    /**
     * The same, with these readers known to be simulated.
     *
     * @param names of readers, of this file or not
     */
    public ReaderAnswers withSimulated(Set<String> names) {
        return new ReaderAnswers(
                level,
                readers.stream()
                        .map(reader -> names.contains(reader.name()) ? reader.simulated() : reader)
                        .toList());
    }

    /** Every case that at least one reader judged, in order of appearance. */
    public Set<String> judgedByAny() {
        return readers.stream()
                .flatMap(reader -> reader.answers().stream())
                .map(Answer::caseId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every case that all readers judged, in order of appearance. */
    public Set<String> judgedByAll() {
        Set<String> common = judgedByAny();
        readers.forEach(reader ->
                common.retainAll(reader.answers().stream().map(Answer::caseId).collect(Collectors.toSet())));
        return common;
    }
}
