package org.facies.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.Software;
import org.facies.run.StudyTree;

/** The {@code study.yaml} of a run, with the defaults of every setting. */
final class SampleStudy {
    private SampleStudy() {}

    /** A model as a study file has it. */
    static ObjectNode model(String name, Consumer<ObjectNode> change) {
        ObjectNode defaults = StudyTree.shipped();
        ObjectNode model = defaults.withObject("/model").deepCopy();
        model.put("name", name);
        model.set("training", defaults.at("/training/pretrained"));
        model.putArray("candidates");
        change.accept(model);
        return model;
    }

    static ObjectNode model(String name) {
        return model(name, tree -> {});
    }

    /** Writes the file, in place of one that is there. */
    static void write(Path run, String unit, List<ObjectNode> models) {
        ObjectNode tree = StudyTree.shipped();
        tree.remove(List.of("model", "loss", "training"));
        tree.put("name", "sample").withObject("/folds").put("unit", unit);
        tree.putArray("models").addAll(models);
        StudyRecord record = new StudyRecord(
                StudySettings.FORMAT.read(tree, "sample", ""),
                new StudyRecord.Made(
                        new Software("0.1.0", "17", "Linux amd64"),
                        2,
                        "cpu",
                        "4e15",
                        Map.of("dlib-resnet", new StudyRecord.Network("5c8b", "npm", "5553", "CC0-1.0", "dlib"))),
                Optional.empty());
        try {
            Files.deleteIfExists(run.resolve("study.yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        StudyRecord.FILE.agreeWith(run.resolve("study.yaml"), record);
    }
}
