package org.facies.model.weights;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facies.onnx.FloatTensor;

/** Writes state dicts as torch.save does; those that torch itself wrote are read by {@link GoldenWeightsTest}. */
public enum TorchWriter {
    FLOAT32("FloatStorage", Float.BYTES) {
        @Override
        void put(float number, ByteBuffer bytes) {
            bytes.putFloat(number);
        }
    },
    /** Numbers lose their last 13 bits. */
    FLOAT16("HalfStorage", Short.BYTES) {
        @Override
        void put(float number, ByteBuffer bytes) {
            bytes.putShort(half(number));
        }
    };

    private final String storage;
    private final int bytes;

    TorchWriter(String storage, int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    /** Writes the weights under their names, each with a prefix. */
    public void write(Path file, String prefix, Map<String, FloatTensor> weights) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            List<FloatTensor> tensors = new ArrayList<>();
            PickleBytes pickle = PickleBytes.protocol2().ascii("}");
            weights.forEach((name, tensor) -> {
                describe(pickle.text(prefix + name), String.valueOf(tensors.size()), tensor);
                tensors.add(tensor);
            });
            store(zip, "backbone/data.pkl", pickle.stop());
            for (int i = 0; i < tensors.size(); i++) {
                store(zip, "backbone/data/" + i, numbers(tensors.get(i)));
            }
            store(zip, "backbone/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void describe(PickleBytes pickle, String key, FloatTensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        pickle.global("torch._utils", "_rebuild_tensor_v2")
                .ascii("(")
                .storage(storage, key, tensor.values().length)
                .wide(0)
                .wholes(shape)
                .wholes(strides)
                .raw(0x89)
                .global("collections", "OrderedDict")
                .ascii(")RtRs");
    }

    private byte[] numbers(FloatTensor tensor) {
        ByteBuffer numbers = ByteBuffer.allocate(tensor.values().length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : tensor.values()) {
            put(value, numbers);
        }
        return numbers.array();
    }

    abstract void put(float number, ByteBuffer bytes);

    /** The half float next to a number in the direction of 0. */
    public static short half(float number) {
        int bits = Float.floatToRawIntBits(number);
        int sign = bits >>> 16 & 0x8000;
        int exponent = (bits >>> 23 & 0xff) - 112;
        int fraction = bits >>> 13 & 0x3ff;
        if (exponent <= 0) {
            return (short) (sign | (int) (Math.abs(number) * 0x1p24f));
        }
        return (short) (sign | exponent << 10 | fraction);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = ZipBytes.uncompressed(name, content);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
