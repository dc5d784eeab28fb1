package org.facies.model.weights;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;

/**
 * Reads a safetensors file: the length of a JSON header (8 bytes), the header, and the numbers of all tensors.
 */
public final class SafetensorsFile {

    private final Refusals refusals;
    private final WeightLimits limits;

    private SafetensorsFile(Refusals refusals, WeightLimits limits) {
        this.refusals = refusals;
        this.limits = limits;
    }

    /**
     * The floating-point tensors of the file, in the header's order, all finite; integer tensors are left out.
     *
     * @throws BadInput if the file is damaged, larger than allowed, or has an unsupported number type
     */
    public static Map<String, FloatTensor> read(Path file, WeightLimits limits) {
        Refusals refusals = Refusals.of(file);
        try {
            long fileBytes = Files.size(file);
            if (fileBytes > limits.maxFileBytes()) {
                throw refusals.tooLarge("a size", fileBytes, limits.maxFileBytes());
            }
            try (DataInputStream bytes = new DataInputStream(Files.newInputStream(file))) {
                return new SafetensorsFile(refusals, limits).tensors(bytes, fileBytes);
            }
        } catch (EOFException cut) {
            throw refusals.whole("ends too early", Refusals.FETCH_AGAIN);
        } catch (IOException broken) {
            throw refusals.whole("cannot be read to its end (" + broken.getMessage() + ")", Refusals.FETCH_AGAIN);
        }
    }

    private Map<String, FloatTensor> tensors(DataInputStream bytes, long fileBytes) throws IOException {
        long headerBytes = Long.reverseBytes(bytes.readLong());
        if (headerBytes < 0 || headerBytes > fileBytes - Long.BYTES) {
            throw refusals.whole(
                    "does not begin with the length of its header; it is not a safetensors file, or is cut off",
                    Refusals.FETCH_AGAIN);
        }
        if (headerBytes > limits.maxHeaderBytes()) {
            throw refusals.tooLarge("a header", headerBytes, limits.maxHeaderBytes());
        }
        byte[] header = new byte[(int) headerBytes];
        bytes.readFully(header);
        Map<String, StoredRange> ranges = new SafetensorsHeader(refusals).ranges(header);
        List<String> stored = ranges.keySet().stream()
                .sorted(Comparator.comparingLong(
                                (String name) -> ranges.get(name).begin())
                        .thenComparingLong(name -> ranges.get(name).end()))
                .toList();
        check(ranges, stored, fileBytes - Long.BYTES - headerBytes);
        return read(ranges, stored, bytes);
    }

    /**
     * Checks that the ranges follow each other without gap or overlap to the end of the file, and match their shapes.
     */
    private void check(Map<String, StoredRange> ranges, List<String> stored, long dataBytes) {
        long at = 0;
        long weightBytes = 0;
        for (String name : stored) {
            StoredRange range = ranges.get(name);
            range.flaw(at).ifPresent(flaw -> {
                throw refusals.tensor(name, flaw, Refusals.FETCH_AGAIN);
            });
            at = range.end();
            weightBytes +=
                    range.type().isWeight() ? (long) Float.BYTES * range.view().elements() : 0;
        }
        if (at != dataBytes) {
            throw refusals.whole(
                    "has " + dataBytes + " bytes of numbers, but its header describes " + at, Refusals.FETCH_AGAIN);
        }
        if (weightBytes == 0) {
            throw refusals.whole("contains no tensor of floating-point numbers", Refusals.FETCH_AGAIN);
        }
        if (weightBytes > limits.maxWeightBytes()) {
            throw refusals.tooLarge("weights", weightBytes, limits.maxWeightBytes());
        }
    }

    private Map<String, FloatTensor> read(Map<String, StoredRange> ranges, List<String> stored, DataInputStream bytes)
            throws IOException {
        Map<String, FloatTensor> read = new HashMap<>();
        for (String name : stored) {
            StoredRange range = ranges.get(name);
            if (range.type().isWeight()) {
                byte[] numbers = new byte[(int) range.bytes()];
                bytes.readFully(numbers);
                ByteBuffer littleEndian = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
                read.put(name, refusals.finite(name, range.view().gathered(littleEndian)));
            } else {
                bytes.skipNBytes(range.bytes());
            }
        }
        Map<String, FloatTensor> ordered = new LinkedHashMap<>();
        ranges.keySet().stream().filter(read::containsKey).forEach(name -> ordered.put(name, read.get(name)));
        return ordered;
    }
}
