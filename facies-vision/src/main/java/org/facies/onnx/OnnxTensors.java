package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;

/** Reads initialisers: float32 as weights, int64 and int32 as integers, nothing from outside the file. */
record OnnxTensors(String file) {

    void put(
            String name,
            OnnxMl.TensorProto tensor,
            Map<String, FloatTensor> weights,
            Map<String, LongTensor> integers) {
        if (tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw bad(name, "is kept outside the file", "Export the model as one file with its weights inside.");
        }
        OnnxMl.TensorProto.DataType type = OnnxMl.TensorProto.DataType.forNumber(tensor.getDataType());
        int count = count(name, tensor);
        if (type == OnnxMl.TensorProto.DataType.FLOAT) {
            weights.put(name, new FloatTensor(tensor.getDimsList(), floats(name, tensor, count)));
        } else if (type == OnnxMl.TensorProto.DataType.INT64 || type == OnnxMl.TensorProto.DataType.INT32) {
            integers.put(name, new LongTensor(tensor.getDimsList(), longs(name, tensor, type, count)));
        } else {
            throw bad(name, "is of type " + type + " instead of float32", "Export the model with float32 weights.");
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

    private float[] floats(String name, OnnxMl.TensorProto tensor, int count) {
        boolean raw = tensor.hasRawData();
        int present = raw ? tensor.getRawData().size() / Float.BYTES : tensor.getFloatDataCount();
        checkCount(name, present, count);
        float[] values = new float[count];
        if (raw) {
            raw(tensor).asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = tensor.getFloatData(i);
            }
        }
        return values;
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
            throw bad(name, "holds " + present + " values where its shape wants " + expected, "Fetch it again.");
        }
    }

    private BadInput bad(String tensor, String what, String remedy) {
        return new BadInput(file + ", tensor", tensor, what, remedy);
    }
}
