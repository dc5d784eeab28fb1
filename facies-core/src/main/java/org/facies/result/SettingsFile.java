package org.facies.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.run.RecordedSettings;
import org.facies.schema.Defect;
import org.facies.schema.GroupReference;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * A YAML file with the settings that a run was begun with: a record, preceded by the key {@code format}. It is written
 * once. A run resumes only with the same settings. Files without the key, as earlier versions wrote them, are read too.
 *
 * @param <T> the record type
 */
public final class SettingsFile<T extends Record> {
    private static final String REMEDY = "Restore it as the run wrote it, or start another run with --out.";

    private final RecordFormat<T> format;
    private final UnaryOperator<JsonNode> upgrade;
    private final UnaryOperator<JsonNode> completion;

    private SettingsFile(RecordFormat<T> format, UnaryOperator<JsonNode> upgrade, UnaryOperator<JsonNode> completion) {
        this.format = format;
        this.upgrade = upgrade;
        this.completion = completion;
    }

    /**
     * Files of a record type whose parts have to agree with each other.
     *
     * @param check finds what does not, in a file that was read
     * @param upgrade makes of a tree of an earlier version one of this version
     */
    public static <T extends Record> SettingsFile<T> of(
            Class<T> type, Function<T, List<Defect>> check, UnaryOperator<JsonNode> upgrade) {
        return new SettingsFile<>(RecordFormat.of(type, Undefined.REFUSED, check), upgrade, UnaryOperator.identity());
    }

    /**
     * The same files. A run that was begun before a key was added resumes.
     *
     * @param later puts in what such a key says where it is missing
     */
    SettingsFile<T> completedBy(UnaryOperator<JsonNode> later) {
        return new SettingsFile<>(format, upgrade, later);
    }

    /** The content of the file. */
    public ObjectNode tree(T value) {
        return FormatKey.added(format.write(value));
    }

    /** Every value as a text by its dotted name, as in {@link RecordFormat#dotted}; without the key {@code format}. */
    public Map<String, String> dotted(T value) {
        return format.dotted(value);
    }

    /**
     * Writes the file into a new run; in one that was begun, checks that it says the same.
     *
     * @throws BadInput naming each key that differs
     */
    public void agreeWith(Path yaml, T value) {
        new RecordedSettings(tree(value)).agreeWith(yaml, upgrade, completion);
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if it is missing, no YAML or of a later format, or with every key that is missing, unknown or of
     *     another type
     */
    public T read(Path yaml) {
        return read(Yaml.read(yaml), yaml);
    }

    /**
     * What a tree states.
     *
     * @param file where it comes from, for messages
     */
    public T read(JsonNode tree, Path file) {
        FormatKey.requireIfThere(tree, file, REMEDY);
        JsonNode content = FormatKey.isThere(tree) ? FormatKey.removed(tree) : upgrade.apply(tree);
        return format.read(content, file.toString(), REMEDY);
    }

    /** The JSON Schema of the file as it is written. */
    public ObjectNode schema(String title) {
        return FormatKey.described(format.schema(title));
    }

    /** What every key of the file means, for people. */
    public List<GroupReference> reference() {
        return FormatKey.described(format.reference());
    }
}
