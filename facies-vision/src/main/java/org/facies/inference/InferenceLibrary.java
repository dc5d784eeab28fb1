package org.facies.inference;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.file.TemporaryFolder;

/**
 * ONNX Runtime's native library, loaded once for the process.
 *
 * <p>ONNX Runtime unpacks its library into a folder of the temporary directory. It asks the JVM to delete the folder
 * before the files in it, which fails, so that an empty folder remains after every run. Linux keeps a loaded library
 * when its file is deleted. There, files and folder are deleted as soon as the library is loaded. The folder is found
 * among the files mapped by this process, so it cannot belong to another process.
 */
final class InferenceLibrary {

    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");
    private static final Pattern UNPACKED = Pattern.compile("onnxruntime-java\\d+");

    private InferenceLibrary() {}

    /**
     * The library, loaded at the first call.
     *
     * @throws org.facies.input.BadInput if the temporary folder, into which it is unpacked, cannot be written
     */
    static OrtEnvironment environment() {
        TemporaryFolder.require();
        return Loaded.ENVIRONMENT;
    }

    /** Initialised once by the JVM, whichever thread comes first. */
    private static final class Loaded {
        static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

        static {
            deleteUnpacked();
        }
    }

    private static void deleteUnpacked() {
        if (!Files.exists(MAPPED_FILES)) {
            return; // Not Linux: the folder stays, as ONNX Runtime leaves it, and nothing depends on it.
        }
        try {
            Path temporary = TemporaryFolder.place().toRealPath();
            for (Path folder : unpacked(Files.readAllLines(MAPPED_FILES), temporary)) {
                delete(folder);
            }
        } catch (IOException unreadable) {
            // The folder stays, and nothing depends on it.
        }
    }

    /**
     * The folders into which ONNX Runtime has unpacked itself.
     *
     * @param maps lines of {@code /proc/self/maps}: five columns and, for a mapped file, its path
     * @param temporary the temporary directory
     */
    static Set<Path> unpacked(List<String> maps, Path temporary) {
        return maps.stream()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> Path.of(line.substring(line.indexOf('/'))).getParent())
                .filter(folder -> temporary.equals(folder.getParent())
                        && UNPACKED.matcher(folder.getFileName().toString()).matches())
                .collect(Collectors.toSet());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
