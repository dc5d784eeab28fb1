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
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.serve.pack.Passphrase;

/** A text file with a line for each reader: the name, a space, the passphrase. Passphrases stand in no message. */
final class PassphraseFile {
    private final Path file;
    private final List<String> readers;
    private final Map<String, Passphrase> found = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PassphraseFile(Path file, List<String> readers) {
        this.file = file;
        this.readers = readers;
    }

    /** @throws BadInput with everything that is wrong */
    static Map<String, Passphrase> read(Path file, List<String> readers) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
        return new PassphraseFile(file, readers).read(lines);
    }

    private Map<String, Passphrase> read(List<String> lines) {
        for (int row = 0; row < lines.size(); row++) {
            if (!lines.get(row).isBlank()) {
                read(file + " line " + (row + 1), lines.get(row).strip());
            }
        }
        readers.stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> problems.add(new Problem(
                        file.toString(), name, "has no passphrase", "Add a line: " + name + " PASSPHRASE.")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return found;
    }

    private void read(String where, String line) {
        String name = line.replaceAll("\\s.*", "");
        Passphrase passphrase = new Passphrase(line.substring(name.length()).strip());
        if (!readers.contains(name)) {
            problems.add(new Problem(
                    where, name, "is no reader who gets a pack", "Begin the line with the name of a reader."));
        } else if (found.put(name, passphrase) != null) {
            problems.add(new Problem(where, name, "has two passphrases", "Keep one line."));
        } else if (!passphrase.isLongEnough()) {
            problems.add(new Problem(
                    where,
                    name,
                    "has a passphrase of fewer than " + Passphrase.LEAST + " letters and digits",
                    "Use a longer one, or leave out --passphrase-file for random ones."));
        }
    }
}
