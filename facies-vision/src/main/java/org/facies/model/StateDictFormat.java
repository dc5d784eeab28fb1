package org.facies.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.model.weights.SafetensorsFile;
import org.facies.model.weights.TorchFile;
import org.facies.model.weights.WeightLimits;
import org.facies.onnx.FloatTensor;

/** A file with weights but without a graph, recognised by its first bytes. */
enum StateDictFormat {
    TORCH("torch state dict") {
        @Override
        Map<String, FloatTensor> stored(Path file) {
            return TorchFile.read(file, WeightLimits.DEFAULT);
        }
    },
    SAFETENSORS("safetensors") {
        @Override
        Map<String, FloatTensor> stored(Path file) {
            return SafetensorsFile.read(file, WeightLimits.DEFAULT);
        }
    };

    /** The number of bytes needed to recognise the format. */
    static final int START_BYTES = 9;

    private static final int ZIP = 'P' | 'K' << 8 | 3 << 16 | 4 << 24;
    private static final byte PICKLE = (byte) 0x80;

    private final String words;

    StateDictFormat(String words) {
        this.words = words;
    }

    /** @param start the first {@link #START_BYTES} bytes, fewer if the file is shorter */
    static Optional<StateDictFormat> of(byte[] start) {
        if (start.length > 1 && start[0] == PICKLE) {
            return Optional.of(TORCH);
        }
        if (start.length < START_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) == ZIP) {
            return Optional.of(TORCH);
        }
        boolean header = bytes.getLong(0) > 0 && bytes.getLong(0) <= Integer.MAX_VALUE && start[Long.BYTES] == '{';
        return header ? Optional.of(SAFETENSORS) : Optional.empty();
    }

    /** The format in words. */
    String words() {
        return words;
    }

    /** The weights by key, without a prefix common to all keys ({@code module.}, {@code backbone.}). */
    Map<String, FloatTensor> read(Path file) {
        Map<String, FloatTensor> stored = stored(file);
        int prefix = commonPrefix(stored);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        stored.forEach((key, tensor) -> weights.put(key.substring(prefix), tensor));
        return weights;
    }

    abstract Map<String, FloatTensor> stored(Path file);

    /** The length of the longest prefix up to a dot that all keys share. */
    private static int commonPrefix(Map<String, FloatTensor> weights) {
        String first = weights.keySet().iterator().next();
        int end = first.lastIndexOf('.') + 1;
        while (end > 0) {
            String prefix = first.substring(0, end);
            if (weights.keySet().stream().allMatch(key -> key.startsWith(prefix))) {
                return end;
            }
            end = prefix.lastIndexOf('.', end - 2) + 1;
        }
        return 0;
    }
}
