package org.facies.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.file.JsonFile;
import org.facies.input.BadInput;
import org.facies.run.RunDirectory;
import org.facies.schema.Defect;
import org.facies.schema.GroupReference;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * A JSON file of a run: a record, preceded by the key {@code format}, the version of the layout. The format is no
 * component of the record.
 *
 * <pre>{@code
 * record MetricsFile(...) {
 *     static final ResultFile<MetricsFile> FILE = ResultFile.of(MetricsFile.class, KeyAgreement::defects);
 * }
 * MetricsFile.FILE.write(run.metrics(), metrics);
 * MetricsFile metrics = MetricsFile.FILE.read(run.metrics());
 * }</pre>
 *
 * @param <T> the record type
 */
public final class ResultFile<T extends Record> {
    /** The version of the layout that is written, and the only one that is read. */
    public static final int FORMAT = 2;

    private final RecordFormat<T> format;

    private ResultFile(RecordFormat<T> format) {
        this.format = format;
    }

    /** Files of a record type in which undefined numbers are null. */
    public static <T extends Record> ResultFile<T> of(Class<T> type) {
        return of(type, value -> List.of());
    }

    /**
     * Files of a record type in which undefined numbers are null, with rules between its parts.
     *
     * @param check finds what does not, in a file that was read
     */
    public static <T extends Record> ResultFile<T> of(Class<T> type, Function<T, List<Defect>> check) {
        return new ResultFile<>(RecordFormat.of(type, Undefined.AS_NULL, check));
    }

    /** The content of the file. */
    public ObjectNode tree(T value) {
        return FormatKey.added(format.write(value));
    }

    /** Every value as a text by its dotted name, as in {@link RecordFormat#dotted}; without the key {@code format}. */
    public Map<String, String> dotted(T value) {
        return format.dotted(value);
    }

    public void write(Path json, T value) {
        JsonFile.write(json, tree(value));
    }

    /** Whether there is a file that {@link #read} reads. */
    public boolean isSound(Path json) {
        try {
            return read(json) != null;
        } catch (BadInput unsound) {
            return false;
        }
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if it is missing, no JSON or of another format, or with every key that is missing, unknown or of
     *     another type
     */
    public T read(Path json) {
        return read(parse(json), json);
    }

    /**
     * What a tree states.
     *
     * @param file where it comes from, for messages
     */
    public T read(JsonNode tree, Path file) {
        String remedy = remedy(file);
        FormatKey.require(tree, file, remedy);
        return format.read(FormatKey.removed(tree), file.toString(), remedy);
    }

    /** The JSON Schema of the file. */
    public ObjectNode schema(String title) {
        return FormatKey.described(format.schema(title));
    }

    /** What every key of the file means, for people. */
    public List<GroupReference> reference() {
        return FormatKey.described(format.reference());
    }

    private static JsonNode parse(Path json) {
        try {
            return JsonFile.parse(Files.readAllBytes(json), json.toString(), remedy(json));
        } catch (NoSuchFileException missing) {
            throw new BadInput(json.toString(), "", "is missing", remedy(json));
        } catch (IOException unreadable) {
            throw new BadInput(json.toString(), "", "cannot be read", "Check that it is a file that you may read.");
        }
    }

    /** How a file is written again, by the command that wrote it. */
    static String remedy(Path file) {
        RunDirectory run = new RunDirectory(file.toAbsolutePath().getParent());
        if (Files.exists(run.evaluation())) {
            return "Run \"facies evaluate\" again with the same files and the same --out.";
        }
        if (Files.exists(run.validation())) {
            return "Run \"facies study validate\" again with the same cohort and the same --out: it resumes, and writes"
                    + " the file again.";
        }
        return "Run \"facies study run\" again with the same study file and the same --out: it resumes, and writes the"
                + " file again.";
    }
}
