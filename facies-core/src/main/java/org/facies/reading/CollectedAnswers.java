package org.facies.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.AtomicFile;

/**
 * What a reader study has collected, as files: {@code readers.csv}, {@code protocol.json} and for each class a file for
 * iMRMC. The same answers give the same bytes, wherever they were collected.
 *
 * <pre>{@code
 * new CollectedAnswers(SoftwareVersion.current(), study, readers).write(folder);
 * }</pre>
 *
 * @param software version of Facies
 */
public record CollectedAnswers(String software, ReadingStudy study, List<CollectedReader> readers) {
    /** The answers. */
    public static final String READERS = "readers.csv";

    /** What was shown to whom. */
    public static final String PROTOCOL = "protocol.json";

    public CollectedAnswers {
        readers = List.copyOf(readers);
    }

    /** The protocol alone. */
    public Protocol protocol() {
        return Protocol.of(software, study, readers);
    }

    /** The text of each file by its name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(READERS, new AnswerTable(study).text(readers));
        files.put(PROTOCOL, protocol().text());
        for (int c = 0; c < study.design().classes().size(); c++) {
            files.put(ImrmcFile.name(c), ImrmcFile.text(study, c, readers));
        }
        return Collections.unmodifiableMap(files);
    }

    /**
     * Writes the files into a folder; files of these names are replaced.
     *
     * @return what was written
     */
    public List<Path> write(Path folder) {
        List<Path> written = new ArrayList<>();
        files().forEach((name, text) -> {
            Path file = folder.resolve(name);
            AtomicFile.write(file, text);
            written.add(file);
        });
        return List.copyOf(written);
    }
}
