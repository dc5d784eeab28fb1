package org.facies.study;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.facies.file.JsonFile;
import org.facies.schema.Defect;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/** Work units and their results as JSON, for transfer to another machine and back. */
final class TrialText<T extends Record> {
    private final RecordFormat<T> format;
    private final String remedy;

    private TrialText(RecordFormat<T> format, String remedy) {
        this.format = format;
        this.remedy = remedy;
    }

    /**
     * Texts of a record type.
     *
     * @param check finds contradictions in a value
     * @param remedy remedy for an invalid text, a sentence
     */
    static <T extends Record> TrialText<T> of(Class<T> type, Function<T, List<Defect>> check, String remedy) {
        return new TrialText<>(RecordFormat.of(type, Undefined.AS_NULL, check), remedy);
    }

    String write(T value) {
        return format.write(value).toString();
    }

    /**
     * Reads a text.
     *
     * @param where it comes from, for messages
     * @throws org.facies.input.BadInput if it is not JSON, or naming every key that is missing, unknown or wrong
     */
    T read(String json, String where) {
        return format.read(JsonFile.parse(json.getBytes(StandardCharsets.UTF_8), where, remedy), where, remedy);
    }
}
