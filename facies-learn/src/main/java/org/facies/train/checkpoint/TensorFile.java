package org.facies.train.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;

/**
 * Named float32 tensors and texts in one file of the safetensors format, which other tools can read: little-endian
 * length of a JSON header, header, raw values.
 *
 * @param texts the header's {@code __metadata__}
 */
public record TensorFile(Map<String, String> texts, Map<String, FloatTensor> tensors) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the file atomically. The same content gives the same bytes. */
    public void write(Path file) {
        byte[] header = header().toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> {
            byte[] length = new byte[Long.BYTES];
            little(length).putLong(header.length);
            out.write(length);
            out.write(header);
            for (FloatTensor tensor : tensors.values()) {
                byte[] bytes = new byte[tensor.values().length * Float.BYTES];
                little(bytes).asFloatBuffer().put(tensor.values());
                out.write(bytes);
            }
        });
    }

    private ObjectNode header() {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject("__metadata__");
        texts.forEach(metadata::put);
        long offset = 0;
        for (Map.Entry<String, FloatTensor> entry : tensors.entrySet()) {
            ObjectNode described = header.putObject(entry.getKey()).put("dtype", "F32");
            ArrayNode shape = described.putArray("shape");
            entry.getValue().shape().forEach(shape::add);
            long end = offset + (long) entry.getValue().values().length * Float.BYTES;
            described.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        return header;
    }

    /** Reads a file that {@link #write} wrote; any other file is a {@link BadInput}. */
    public static TensorFile read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[Math.toIntExact(bytes.getLong())];
            bytes.get(header);
            return parsed(JSON.readTree(header), bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw FileRefusal.reading(file, e);
        } catch (RuntimeException e) {
            BadInput bad = new BadInput(
                    file.toString(), "", "is damaged", "Delete it; training then starts from the beginning.");
            bad.initCause(e);
            throw bad;
        }
    }

    private static TensorFile parsed(JsonNode header, ByteBuffer data) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        header.properties().forEach(entry -> {
            if (entry.getKey().equals("__metadata__")) {
                entry.getValue()
                        .properties()
                        .forEach(
                                text -> texts.put(text.getKey(), text.getValue().asText()));
            } else {
                tensors.put(entry.getKey(), tensor(entry.getValue(), data));
            }
        });
        return new TensorFile(texts, tensors);
    }

    private static FloatTensor tensor(JsonNode described, ByteBuffer data) {
        List<Long> shape = new ArrayList<>();
        described.get("shape").forEach(extent -> shape.add(extent.asLong()));
        int start = Math.toIntExact(described.get("data_offsets").get(0).asLong());
        int end = Math.toIntExact(described.get("data_offsets").get(1).asLong());
        float[] values = new float[(end - start) / Float.BYTES];
        data.slice(start, end - start)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new FloatTensor(shape, values);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
