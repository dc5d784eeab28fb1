package org.facies.study;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.facies.file.JsonFile;
import org.facies.schema.Defect;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/** Work units and what comes of them as JSON, to be handed to another machine and back. */
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
     * @param check finds what does not agree in a value that was read
     * @param remedy what to do about a text that is wrong, a sentence
     */
    static <T extends Record> TrialText<T> of(Class<T> type, Function<T, List<Defect>> check, String remedy) {
        return new TrialText<>(RecordFormat.of(type, Undefined.AS_NULL, check), remedy);
    }

    String write(T value) {
        return format.write(value).toString();
    }

    /**
     * What a text states.
     *
     * @param where it comes from, for messages
     * @throws org.facies.input.BadInput if it is no JSON, or with every key that is missing, unknown or wrong
     */
    T read(String json, String where) {
        return format.read(JsonFile.parse(json.getBytes(StandardCharsets.UTF_8), where, remedy), where, remedy);
    }
}
