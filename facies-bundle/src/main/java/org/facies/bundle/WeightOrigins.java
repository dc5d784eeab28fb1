package org.facies.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.model.Licence;
import org.facies.model.ModelZoo;
import org.facies.result.FinishedRun;
import org.facies.result.StudyRecord;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.StudySettings;
import org.facies.workspace.FaceNetworks;

/** The sources of a bundle's weights as the run recorded them. Paths of a user's files are left out. */
final class WeightOrigins {
    private final Map<String, StudyRecord.Network> recorded;
    private final FinishedRun run;
    private final ModelZoo zoo;

    /** @param zoo the source of cautions, which runs do not record */
    WeightOrigins(FinishedRun run, ModelZoo zoo) {
        this.run = run;
        this.recorded = run.record().provenance().models();
        this.zoo = zoo;
    }

    /** The sources for the face networks and for these models. */
    List<BundleFile.Weights> of(List<String> models) {
        Map<String, BundleFile.Weights> all = new LinkedHashMap<>();
        FaceNetworks.ids().forEach(id -> all.put(id, weights(id, id, "face detection")));
        for (String name : models) {
            StudySettings.Model model = run.model(name);
            if (model.pretrained() instanceof Pretrained.Imported file) {
                all.putIfAbsent(
                        file.file(),
                        weights(
                                file.file(),
                                model.backbone() + " from a file",
                                "starting point for training the classifier"));
            } else if (recorded.containsKey(model.backbone())) {
                all.putIfAbsent(
                        model.backbone(),
                        weights(model.backbone(), model.backbone(), "starting point for training the classifier"));
            }
        }
        return new ArrayList<>(all.values());
    }

    private BundleFile.Weights weights(String key, String name, String role) {
        StudyRecord.Network network = recorded.get(key);
        Optional<String> caution = zoo.find(name)
                .map(installed -> installed.card().licence())
                .filter(Licence::needsAcknowledgement)
                .map(Licence::caution);
        return new BundleFile.Weights(name, role, network.licence(), network.origin(), caution, network.sourceSha256());
    }
}
