package org.facies.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.OnnxGraph;

/** Turns a user's file into a network; the format is recognised by the first bytes. */
final class ImportedFile {

    private static final int MAX_BYTES = 1 << 30;

    private ImportedFile() {}

    static ImportedModel read(Path file) throws IOException {
        Optional<StateDictFormat> weights;
        try (InputStream in = Files.newInputStream(file)) {
            weights = StateDictFormat.of(in.readNBytes(StateDictFormat.START_BYTES));
        }
        return weights.isPresent() ? ofWeights(file, weights.get()) : ofNetwork(file);
    }

    private static ImportedModel ofWeights(Path file, StateDictFormat format) throws IOException {
        OnnxGraph graph = IResNet.graph(file.getFileName().toString(), format.read(file));
        return model(file, format.words(), TrialInference.of(file.toString(), new ImportedNetwork.Understood(graph)));
    }

    private static ImportedModel ofNetwork(Path file) throws IOException {
        String name = file.toString();
        byte[] content = content(file);
        if (SourceFormat.of(content) == SourceFormat.DLIB) {
            ModelProto network = OnnxFile.parse(name, SourceFormat.DLIB.toOnnx(name, content));
            TrialInference rehearsal =
                    TrialInference.of(name, new ImportedNetwork.Understood(OnnxGraph.of(name, network)));
            return model(file, "dlib", rehearsal, new NetworkFamily.DlibResnet());
        }
        return model(file, "ONNX", ofOnnx(name, content));
    }

    /** A graph that Facies cannot interpret layer by layer may still run. */
    private static TrialInference ofOnnx(String name, byte[] content) {
        ModelProto network = OnnxFile.parse(name, content);
        OnnxGraph graph;
        try {
            graph = OnnxGraph.of(name, network);
        } catch (BadInput notUnderstood) {
            byte[] onnx =
                    TinyWeights.toZero(network).map(ModelProto::toByteArray).orElse(content);
            String obstacle = notUnderstood.problems().get(0).what();
            return TrialInference.of(name, new ImportedNetwork.Opaque(onnx, obstacle));
        }
        return TrialInference.freed(name, graph);
    }

    private static ImportedModel model(Path file, String format, TrialInference rehearsal) throws IOException {
        NetworkFamily family = rehearsal.network() instanceof ImportedNetwork.Understood understood
                ? NetworkFamily.of(understood.graph())
                : new NetworkFamily.Other();
        return model(file, format, rehearsal, family);
    }

    private static ImportedModel model(Path file, String format, TrialInference rehearsal, NetworkFamily family)
            throws IOException {
        return new ImportedModel(
                file.getFileName().toString(),
                Sha256.of(file),
                format,
                family,
                Prescriptions.added(rehearsal.network(), family),
                rehearsal.ends());
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                throw new BadInput(file.toString(), "", "is larger than 1 GiB", "Export a smaller network.");
            }
            return content;
        }
    }
}
