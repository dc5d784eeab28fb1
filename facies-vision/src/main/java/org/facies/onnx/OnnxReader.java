package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/** Converts a file to an {@link OnnxGraph}, and refuses what a graph cannot represent. */
final class OnnxReader {

    private static final long MAX_BYTES = Integer.MAX_VALUE;
    private static final long MIN_OPSET = 7;
    private static final long MAX_OPSET = 22;
    private static final Set<Long> OTHER_FLOATS = Set.of(
            (long) OnnxMl.TensorProto.DataType.FLOAT16.getNumber(),
            (long) OnnxMl.TensorProto.DataType.BFLOAT16.getNumber(),
            (long) OnnxMl.TensorProto.DataType.DOUBLE.getNumber());

    private final String file;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, FloatTensor> weights = new LinkedHashMap<>();
    private final Map<String, LongTensor> integers = new LinkedHashMap<>();

    private OnnxReader(String file) {
        this.file = file;
    }

    static OnnxGraph read(String file, OnnxMl.ModelProto model) {
        return new OnnxReader(file).graph(model);
    }

    static OnnxGraph read(Path file) {
        OnnxReader reader = new OnnxReader(file.getFileName().toString());
        try {
            return reader.graph(reader.model(file));
        } catch (InvalidProtocolBufferException e) {
            BadInput bad = reader.bad("is not an ONNX file, or is damaged", "Download or export it again.");
            bad.initCause(e);
            throw bad;
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    private OnnxMl.ModelProto model(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw bad("is larger than 2 GiB", "Export the model as one file below that size.");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            CodedInputStream coded = CodedInputStream.newInstance(bytes);
            coded.setSizeLimit(Integer.MAX_VALUE);
            return OnnxMl.ModelProto.parseFrom(coded);
        }
    }

    private OnnxGraph graph(OnnxMl.ModelProto model) {
        OnnxMl.GraphProto body = model.getGraph();
        if (body.getNodeCount() == 0) {
            throw bad("contains no network", "Download or export it again.");
        }
        long opset = opset(model);
        OnnxTensors tensors = new OnnxTensors(file);
        for (OnnxMl.TensorProto tensor : body.getInitializerList()) {
            tensors.put(tensor.getName(), tensor, weights, integers);
        }
        for (OnnxMl.NodeProto node : body.getNodeList()) {
            add(node, tensors);
        }
        List<OnnxValue> inputs = body.getInputList().stream()
                .filter(input -> !weights.containsKey(input.getName()) && !integers.containsKey(input.getName()))
                .map(OnnxReader::value)
                .toList();
        List<OnnxValue> outputs =
                body.getOutputList().stream().map(OnnxReader::value).toList();
        checkConnected(inputs, outputs);
        return new OnnxGraph(opset, inputs, outputs, nodes, weights, integers, NotesInFile.read(file, model));
    }

    private long opset(OnnxMl.ModelProto model) {
        long opset = model.getOpsetImportList().stream()
                .filter(set -> isDefault(set.getDomain()))
                .mapToLong(OnnxMl.OperatorSetIdProto::getVersion)
                .max()
                .orElse(0);
        if (opset < MIN_OPSET || opset > MAX_OPSET) {
            throw bad(
                    "uses operator set " + opset + "; only " + MIN_OPSET + " to " + MAX_OPSET + " are supported",
                    "Export the model with operator set 17.");
        }
        return opset;
    }

    private void add(OnnxMl.NodeProto node, OnnxTensors tensors) {
        String name = node.getName().isEmpty() && node.getOutputCount() > 0 ? node.getOutput(0) : node.getName();
        if (node.getOutputCount() == 0) {
            throw bad("has a node " + name + " (" + node.getOpType() + ") without output", "Export the model again.");
        }
        if (!isDefault(node.getDomain())) {
            throw bad(
                    "has a node " + name + " that uses the operator " + node.getOpType() + " of the set \""
                            + node.getDomain() + "\", which is not supported",
                    "Export the model with standard operators.");
        }
        if (node.getOpType().equals("Constant")) {
            tensors.put(node.getOutput(0), constant(node, name), weights, integers);
            return;
        }
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        for (OnnxMl.AttributeProto attribute : node.getAttributeList()) {
            attributes.put(attribute.getName(), attribute(attribute, name));
        }
        if (node.getOpType().equals("Cast")) {
            attributes.computeIfPresent("to", (to, type) -> widened(type));
        }
        nodes.add(new OnnxNode(name, node.getOpType(), node.getInputList(), node.getOutputList(), attributes));
    }

    private static boolean isDefault(String operatorSet) {
        return operatorSet.isEmpty() || operatorSet.equals("ai.onnx");
    }

    /** Changes a cast to any kind of float into one to float32, because all weights are read as float32. */
    private static OnnxAttribute widened(OnnxAttribute type) {
        boolean floating = type instanceof OnnxAttribute.IntValue code && OTHER_FLOATS.contains(code.value());
        return floating ? OnnxAttribute.of(OnnxMl.TensorProto.DataType.FLOAT.getNumber()) : type;
    }

    private OnnxMl.TensorProto constant(OnnxMl.NodeProto node, String name) {
        return node.getAttributeList().stream()
                .map(OnnxReader::constant)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> bad("has a constant " + name + " that is not a tensor", "Export the model again."));
    }

    /** A constant may be a tensor, a number or a list of numbers. */
    private static Optional<OnnxMl.TensorProto> constant(OnnxMl.AttributeProto attribute) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder();
        return switch (attribute.getName()) {
            case "value" -> attribute.hasT() ? Optional.of(attribute.getT()) : Optional.empty();
            case "value_float" ->
                Optional.of(tensor.setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .addFloatData(attribute.getF())
                        .build());
            case "value_floats" ->
                Optional.of(tensor.setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .addDims(attribute.getFloatsCount())
                        .addAllFloatData(attribute.getFloatsList())
                        .build());
            case "value_int" ->
                Optional.of(tensor.setDataType(OnnxMl.TensorProto.DataType.INT64.getNumber())
                        .addInt64Data(attribute.getI())
                        .build());
            case "value_ints" ->
                Optional.of(tensor.setDataType(OnnxMl.TensorProto.DataType.INT64.getNumber())
                        .addDims(attribute.getIntsCount())
                        .addAllInt64Data(attribute.getIntsList())
                        .build());
            default -> Optional.empty();
        };
    }

    private OnnxAttribute attribute(OnnxMl.AttributeProto attribute, String node) {
        return switch (attribute.getType()) {
            case INT -> OnnxAttribute.of(attribute.getI());
            case INTS -> OnnxAttribute.of(attribute.getIntsList());
            case FLOAT -> OnnxAttribute.of(attribute.getF());
            case STRING -> OnnxAttribute.of(attribute.getS().toStringUtf8());
            default ->
                throw bad(
                        "has a node " + node + " whose attribute " + attribute.getName() + " is a "
                                + attribute.getType() + ", which is not supported",
                        "Export a plain feed-forward network.");
        };
    }

    private static OnnxValue value(OnnxMl.ValueInfoProto value) {
        List<Long> shape = value.getType().getTensorType().getShape().getDimList().stream()
                .map(extent ->
                        extent.hasDimValue() && extent.getDimValue() > 0 ? extent.getDimValue() : OnnxValue.DYNAMIC)
                .toList();
        return new OnnxValue(
                value.getName(),
                shape,
                ElementType.of(value.getType().getTensorType().getElemType()));
    }

    private void checkConnected(List<OnnxValue> inputs, List<OnnxValue> outputs) {
        Set<String> known = inputs.stream().map(OnnxValue::name).collect(Collectors.toSet());
        known.addAll(weights.keySet());
        known.addAll(integers.keySet());
        known.add("");
        for (OnnxNode node : nodes) {
            for (String input : node.inputs()) {
                if (!known.contains(input)) {
                    throw bad(
                            "has a node " + node.name() + " that uses the unknown tensor \"" + input + "\"",
                            "Export the model again.");
                }
            }
            known.addAll(node.outputs());
        }
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw bad("has no input or no output", "Export the model again.");
        }
        for (OnnxValue output : outputs) {
            if (!known.contains(output.name())) {
                throw bad("never computes its output \"" + output.name() + "\"", "Export the model again.");
            }
        }
    }

    private BadInput bad(String what, String remedy) {
        return new BadInput(file, "", what, remedy);
    }
}
