package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.reader.AdvisingModel;
import org.facies.reader.Reader;
import org.facies.reader.ReaderAnswers;
import org.facies.reading.Advice;
import org.facies.reading.CollectedAnswers;
import org.facies.reading.Protocol;

/**
 * A file of readers and the protocol next to it, which says who is simulated and what the model answered for each case.
 *
 * @param csv the file
 * @param protocol {@code protocol.json}; empty if there is none
 * @param shown the model whose answers readers saw; empty if it is not known
 */
public record GivenReaders(Path csv, ReaderAnswers answers, Optional<Path> protocol, Optional<AdvisingModel> shown) {

    /**
     * Reads {@code readers.csv} and, if it is there, the {@code protocol.json} next to it.
     *
     * @throws BadInput with every problem of the files, or if their readers differ
     */
    public static GivenReaders read(Path csv, PredictionTable table) {
        ReaderAnswers answers = ReaderAnswers.read(csv, table);
        Path protocolFile = csv.resolveSibling(CollectedAnswers.PROTOCOL);
        if (!Files.isRegularFile(protocolFile)) {
            return new GivenReaders(csv, answers, Optional.empty(), Optional.empty());
        }
        Protocol protocol = Protocol.read(protocolFile);
        requireSameReaders(answers, protocol, csv, protocolFile);
        Set<String> simulated = protocol.readers().stream()
                .filter(Protocol.ReaderRecord::simulated)
                .map(Protocol.ReaderRecord::name)
                .collect(Collectors.toSet());
        return new GivenReaders(
                csv,
                answers.withSimulated(simulated),
                Optional.of(protocolFile),
                shown(protocol, table, answers.level()));
    }

    private static void requireSameReaders(ReaderAnswers answers, Protocol protocol, Path csv, Path protocolFile) {
        Set<String> known =
                protocol.readers().stream().map(Protocol.ReaderRecord::name).collect(Collectors.toSet());
        List<Problem> problems = answers.readers().stream()
                .map(Reader::name)
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(
                        protocolFile.toString(),
                        name,
                        "is a reader of " + csv.getFileName() + " next to it, but is not in this protocol",
                        "Put the two files of one reader study into one folder, or move the protocol elsewhere."))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /** The answers that readers saw; if the protocol does not have them, the predictions of the run. */
    private static Optional<AdvisingModel> shown(Protocol protocol, PredictionTable table, Level level) {
        if (protocol.model().isEmpty() || level != Level.SUBJECT) {
            return Optional.empty();
        }
        String name = protocol.model().get().name();
        Map<String, String> answers = new LinkedHashMap<>();
        protocol.cases()
                .forEach(one -> one.advice()
                        .map(Advice::choice)
                        .ifPresent(choice -> answers.put(
                                one.subject(), protocol.design().labels().get(choice))));
        if (!answers.isEmpty()) {
            return Optional.of(new AdvisingModel(name, answers));
        }
        return table.models().contains(name) ? Optional.of(AdvisingModel.of(table, name, level)) : Optional.empty();
    }
}
