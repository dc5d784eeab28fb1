package org.facies.onnx;

import java.util.List;
import java.util.Objects;

/** The value of a node's attribute, of one of the kinds that face networks use. */
public sealed interface OnnxAttribute {

    record IntValue(long value) implements OnnxAttribute {}

    record IntsValue(List<Long> values) implements OnnxAttribute {
        public IntsValue {
            values = List.copyOf(values);
        }
    }

    record FloatValue(float value) implements OnnxAttribute {}

    record TextValue(String value) implements OnnxAttribute {
        public TextValue {
            Objects.requireNonNull(value);
        }
    }

    static OnnxAttribute of(long value) {
        return new IntValue(value);
    }

    static OnnxAttribute of(List<Long> values) {
        return new IntsValue(values);
    }

    static OnnxAttribute of(float value) {
        return new FloatValue(value);
    }

    static OnnxAttribute of(String value) {
        return new TextValue(value);
    }
}
