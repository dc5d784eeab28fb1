package org.facies.cli.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.FileRefusal;
import org.facies.file.InputFile;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.serve.pack.Passphrase;
import org.facies.serve.store.StudyReader;

/** A text file with one line for each reader: the name, a space, the passphrase. No message contains a passphrase. */
final class PassphraseFile {
    private final Path file;
    private final Map<String, Passphrase> found = new LinkedHashMap<>();

    private PassphraseFile(Path file) {
        this.file = file;
    }

    /** @throws BadInput with all problems of its lines */
    static PassphraseFile read(Path file) {
        InputFile.require(file);
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
        PassphraseFile read = new PassphraseFile(file);
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            if (!lines.get(row).isBlank()) {
                read.add(file + " line " + (row + 1), lines.get(row).strip(), problems);
            }
        }
        refuse(problems);
        return read;
    }

    private void add(String where, String line, List<Problem> problems) {
        String name = line.replaceAll("\\s.*", "");
        Passphrase passphrase = new Passphrase(line.substring(name.length()).strip());
        if (found.put(name, passphrase) != null) {
            problems.add(new Problem(where, name, "has two passphrases", "Keep one line."));
        } else if (!passphrase.isLongEnough()) {
            problems.add(new Problem(
                    where,
                    name,
                    "has a passphrase of fewer than " + Passphrase.LEAST + " letters and digits",
                    "Use a longer one, or leave out --passphrase-file for random ones."));
        }
    }

    /**
     * The passphrases, by name of the reader.
     *
     * @throws BadInput naming every reader without a passphrase and every line without a reader
     */
    Map<String, Passphrase> of(List<StudyReader> readers) {
        List<String> names = readers.stream().map(StudyReader::name).toList();
        List<Problem> problems = new ArrayList<>();
        found.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(new Problem(
                        file.toString(),
                        name,
                        "is not a reader who gets a pack",
                        "Begin the line with the name of a reader.")));
        names.stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> problems.add(new Problem(
                        file.toString(), name, "has no passphrase", "Add a line: " + name + " PASSPHRASE.")));
        refuse(problems);
        return found;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
