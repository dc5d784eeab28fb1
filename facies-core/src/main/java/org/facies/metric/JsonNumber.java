package org.facies.metric;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;

/** Numbers as JSON knows them: it has no NaN, so undefined becomes null. */
final class JsonNumber {

    private JsonNumber() {}

    static ValueNode orNull(double value) {
        return Double.isNaN(value) ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.numberNode(value);
    }
}
