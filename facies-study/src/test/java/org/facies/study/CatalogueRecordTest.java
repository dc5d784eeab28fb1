package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.autograd.ComputeDevice;
import org.facies.cohort.Cohort;
import org.facies.file.Yaml;
import org.facies.model.Acknowledgement;
import org.facies.model.Architectures;
import org.facies.model.Catalogue;
import org.facies.model.InstalledModel;
import org.facies.model.ModelKind;
import org.facies.model.ModelZoo;
import org.facies.onnx.OnnxNode;
import org.facies.progress.Progress;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.run.RecordedSettings;
import org.facies.run.RunDirectory;
import org.facies.run.StudyTree;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of every network that a study can name goes on, and says of itself what it was begun with. */
class CatalogueRecordTest {
    private static final ModelZoo ZOO =
            ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
    private static final TrainingWorkspace MACHINE = new TrainingWorkspace(
            new Workspace(ZOO, Path.of("caches"), 1, "1.0", Clock.systemUTC(), Progress.silent()),
            new ComputeDevice.Cpu());

    @TempDir
    private Path folder;

    static Stream<String> networks() {
        return Stream.concat(
                Catalogue.shipped().cards().stream()
                        .filter(card -> card.kind() instanceof ModelKind.Backbone)
                        .map(card -> card.id()),
                Architectures.names().stream());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void a_run_of_each_network_goes_on(String network) throws IOException {
        boolean built = Architectures.find(network).isPresent();
        Path written = Files.writeString(folder.resolve("study.yaml"), """
                models:
                  - {name: a, backbone: %s, pretrained: %s}
                  - {name: b, backbone: %s, pretrained: %s, loss: softmax}
                """.formatted(network, !built, network, !built));
        StudySettings settings = resolved(StudyFile.read(written));
        RunDirectory run = new RunDirectory(folder.resolve("run"));

        StudyRecord.FILE.agreeWith(run.study(), record(settings));
        StudyRecord.FILE.agreeWith(run.study(), record(resolved(StudyFile.read(written))));

        assertThat(StudyFile.read(run.study())).isEqualTo(settings);
        assertThat(resolved(StudyFile.read(run.study()))).isEqualTo(settings);
        assertThat(StudyStatus.of(run).trials()).hasSize(10);
        assertThat(settings.models().get(0).training().freezeBelow().equals(TrainingSection.NONE))
                .isEqualTo(built);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_tensor_of_each_network_keeps_its_name(String network) {
        StudySettings.Model model = StudyFile.parse(
                        "study.yaml",
                        Yaml.parse("models: [{name: a, backbone: " + network + ", pretrained: "
                                + Architectures.find(network).isEmpty() + "}]"))
                .models()
                .get(0);
        List<String> tensors = new Backbones(folder, ZOO)
                .of(model).graph().nodes().stream().map(OnnxNode::output).toList();
        Path file = folder.resolve("tensors.yaml");

        RecordedSettings.of(Map.of("tensors", tensors)).agreeWith(file);
        RecordedSettings.of(Map.of("tensors", tensors)).agreeWith(file);

        assertThat(tensors).isNotEmpty();
        assertThat(StudyTree.settled(Yaml.read(file)).get("tensors"))
                .extracting(node -> node.textValue())
                .isEqualTo(tensors);
    }

    private StudySettings resolved(StudySettings settings) {
        Backbones backbones = new Backbones(folder, ZOO);
        FrozenLayers frozen = new FrozenLayers();
        return settings.withModels(settings.models().stream()
                .map(model ->
                        PlannedModel.of(model, backbones.of(model), frozen, 1).model())
                .toList());
    }

    private static StudyRecord record(StudySettings settings) {
        Map<String, InstalledModel> files = settings.models().stream()
                .map(StudySettings.Model::backbone)
                .distinct()
                .filter(id -> Architectures.find(id).isEmpty())
                .collect(Collectors.toMap(id -> id, ZOO::require));
        return RunProvenance.record(
                settings, new Cohort(Path.of("manifest.csv"), List.of(), List.of()), files, MACHINE);
    }
}
