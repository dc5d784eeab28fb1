package org.facies.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.model.InstalledModel;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.Software;

/**
 * The provenance of a run, in addition to its settings: photos, networks, software, device and number of threads. A run
 * resumes only with those that it began with, because different ones must not be mixed.
 */
final class RunProvenance {

    private RunProvenance() {}

    /**
     * The content of {@code study.yaml} of a run.
     *
     * @param settings resolved
     * @param networks every network from a file, by its name in the study
     */
    static StudyRecord record(
            StudySettings settings, Cohort cohort, Map<String, InstalledModel> networks, TrainingWorkspace machine) {
        Map<String, StudyRecord.Network> models = new LinkedHashMap<>();
        networks.forEach((label, model) -> models.put(label, network(model)));
        StudyRecord.Made made = new StudyRecord.Made(
                Software.ofThisProcess(machine.workspace().version()),
                machine.threads(),
                machine.device().kind(),
                cohort.fingerprint(),
                models);
        return new StudyRecord(settings, made, Optional.empty());
    }

    private static StudyRecord.Network network(InstalledModel model) {
        return new StudyRecord.Network(
                model.sha256(),
                model.card().source().phrase(),
                model.card().source().sha256(),
                model.card().licence().stated(),
                model.card().licence().origin());
    }
}
