package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.input.BadInput;

/**
 * Reads initialisers: float16, float32 and float64 as float32 weights, int64 and int32 as integers. Data outside the
 * file is never read.
 */
record OnnxTensors(String file) {

    private static final Set<OnnxMl.TensorProto.DataType> FLOATS = EnumSet.of(
            OnnxMl.TensorProto.DataType.FLOAT, OnnxMl.TensorProto.DataType.FLOAT16, OnnxMl.TensorProto.DataType.DOUBLE);

    void put(
            String name,
            OnnxMl.TensorProto tensor,
            Map<String, FloatTensor> weights,
            Map<String, LongTensor> integers) {
        if (tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw bad(name, "is stored outside the file", "Export the model as one file with its weights inside.");
        }
        OnnxMl.TensorProto.DataType type = OnnxMl.TensorProto.DataType.forNumber(tensor.getDataType());
        int count = count(name, tensor);
        if (FLOATS.contains(type)) {
            weights.put(name, new FloatTensor(tensor.getDimsList(), floats(name, tensor, type, count)));
        } else if (type == OnnxMl.TensorProto.DataType.INT64 || type == OnnxMl.TensorProto.DataType.INT32) {
            integers.put(name, new LongTensor(tensor.getDimsList(), longs(name, tensor, type, count)));
        } else {
            throw bad(
                    name, "is of type " + type + ", which is not supported", "Export the model with float32 weights.");
        }
    }

    private int count(String name, OnnxMl.TensorProto tensor) {
        long count = 1;
        for (long extent : tensor.getDimsList()) {
            if (extent < 0 || (extent > 0 && count > Integer.MAX_VALUE / extent)) {
                throw bad(name, "has the impossible shape " + tensor.getDimsList(), "Export the model again.");
            }
            count *= extent;
        }
        return Math.toIntExact(count);
    }

    private float[] floats(String name, OnnxMl.TensorProto tensor, OnnxMl.TensorProto.DataType type, int count) {
        boolean raw = tensor.hasRawData();
        int present = raw ? tensor.getRawData().size() / bytes(type) : listed(tensor, type);
        checkCount(name, present, count);
        ByteBuffer bytes = raw(tensor);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = raw ? stored(bytes, type) : listed(tensor, type, i);
        }
        return values;
    }

    private static int bytes(OnnxMl.TensorProto.DataType type) {
        return switch (type) {
            case FLOAT16 -> Short.BYTES;
            case DOUBLE -> Double.BYTES;
            default -> Float.BYTES;
        };
    }

    private static float stored(ByteBuffer bytes, OnnxMl.TensorProto.DataType type) {
        return switch (type) {
            case FLOAT16 -> HalfFloat.toFloat(bytes.getShort());
            case DOUBLE -> (float) bytes.getDouble();
            default -> bytes.getFloat();
        };
    }

    /** The number of values in the list for the tensor's type. */
    private static int listed(OnnxMl.TensorProto tensor, OnnxMl.TensorProto.DataType type) {
        return switch (type) {
            case FLOAT16 -> tensor.getInt32DataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            default -> tensor.getFloatDataCount();
        };
    }

    /** A value of the list; half floats are stored as bits in a list of integers. */
    private static float listed(OnnxMl.TensorProto tensor, OnnxMl.TensorProto.DataType type, int index) {
        return switch (type) {
            case FLOAT16 -> HalfFloat.toFloat((short) tensor.getInt32Data(index));
            case DOUBLE -> (float) tensor.getDoubleData(index);
            default -> tensor.getFloatData(index);
        };
    }

    private List<Long> longs(String name, OnnxMl.TensorProto tensor, OnnxMl.TensorProto.DataType type, int count) {
        boolean wide = type == OnnxMl.TensorProto.DataType.INT64;
        List<Long> values = new ArrayList<>();
        if (tensor.hasRawData()) {
            ByteBuffer bytes = raw(tensor);
            checkCount(name, bytes.remaining() / (wide ? Long.BYTES : Integer.BYTES), count);
            while (values.size() < count) {
                values.add(wide ? bytes.getLong() : bytes.getInt());
            }
        } else if (wide) {
            values.addAll(tensor.getInt64DataList());
        } else {
            tensor.getInt32DataList().forEach(value -> values.add(value.longValue()));
        }
        checkCount(name, values.size(), count);
        return values;
    }

    private static ByteBuffer raw(OnnxMl.TensorProto tensor) {
        return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void checkCount(String name, int present, int expected) {
        if (present != expected) {
            throw bad(
                    name,
                    "has " + present + " values, but its shape needs " + expected,
                    "Download or export it again.");
        }
    }

    private BadInput bad(String tensor, String what, String remedy) {
        return new BadInput(file + ", tensor", tensor, what, remedy);
    }
}
