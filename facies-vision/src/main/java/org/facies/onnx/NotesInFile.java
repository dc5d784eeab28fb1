package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.input.BadInput;

/** {@link TrainingNotes} as metadata of an ONNX file; if a key occurs twice, the last entry counts. */
final class NotesInFile {

    private static final String FILTER_DEVIATION = "facies.filter_deviation";
    private static final String FIXED = "facies.fixed_weights";
    private static final String BETWEEN_NAMES = "\n";

    private NotesInFile() {}

    /** The entries; none for {@link TrainingNotes#NONE}. The same notes give the same entries. */
    static List<StringStringEntryProto> written(TrainingNotes notes) {
        List<StringStringEntryProto> entries = new ArrayList<>();
        notes.filterDeviation().ifPresent(deviation -> entries.add(entry(FILTER_DEVIATION, deviation.toString())));
        if (!notes.fixed().isEmpty()) {
            entries.add(entry(FIXED, notes.fixed().stream().sorted().collect(Collectors.joining(BETWEEN_NAMES))));
        }
        return entries;
    }

    static TrainingNotes read(String file, OnnxMl.ModelProto model) {
        Map<String, String> texts = model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(
                        StringStringEntryProto::getKey, StringStringEntryProto::getValue, (first, last) -> last));
        return new TrainingNotes(
                Optional.ofNullable(texts.get(FILTER_DEVIATION)).map(text -> deviation(file, text)),
                Optional.ofNullable(texts.get(FIXED))
                        .map(names -> Set.copyOf(List.of(names.split(BETWEEN_NAMES))))
                        .orElse(Set.of()));
    }

    private static double deviation(String file, String text) {
        double number = number(text);
        if (!TrainingNotes.isDeviation(number)) {
            throw new BadInput(
                    file + ", metadata " + FILTER_DEVIATION,
                    text,
                    "is not a number above 0",
                    "Export the model again.");
        }
        return number;
    }

    /** The number in a text; NaN if it is not a number. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
