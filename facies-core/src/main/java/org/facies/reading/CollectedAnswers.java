package org.facies.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.AtomicFile;

/**
 * Writes the results of a reader study as files: {@code readers.csv}, {@code protocol.json} and one iMRMC file for each
 * class. The same answers give the same bytes on every computer.
 *
 * <pre>{@code
 * new CollectedAnswers(SoftwareVersion.current(), study, readers).write(folder);
 * }</pre>
 *
 * @param software version of Facies
 */
public record CollectedAnswers(String software, ReadingStudy study, List<CollectedReader> readers) {
    /** Name of the file with the answers. */
    public static final String READERS = "readers.csv";

    /** Name of the file that records what each reader was shown. */
    public static final String PROTOCOL = "protocol.json";

    public CollectedAnswers {
        readers = List.copyOf(readers);
    }

    /** The content of {@link #PROTOCOL}. */
    public Protocol protocol() {
        return Protocol.of(software, study, readers);
    }

    /** The text of each file, by file name. */
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
     * Writes the files into a folder. Existing files with these names are replaced.
     *
     * @return the written files
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
