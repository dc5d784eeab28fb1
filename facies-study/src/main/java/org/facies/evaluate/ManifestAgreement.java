package org.facies.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/** Checks that predictions and manifest agree about each photo. */
final class ManifestAgreement {
    private final Path manifest;
    private final Map<String, String> subjectOf = new HashMap<>();
    private final Map<String, String> diagnosisOf = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ManifestAgreement(Cohort cohort) {
        this.manifest = cohort.manifest();
        cohort.subjects().forEach(subject -> {
            diagnosisOf.put(subject.id(), subject.diagnosis());
            for (Photo photo : subject.photos()) {
                subjectOf.put(photo.path(), subject.id());
            }
        });
    }

    /**
     * Checks every photo once; the models of a table were tested on the same photos.
     *
     * @throws BadInput with every contradiction
     */
    void require(PredictionTable table) {
        Set<String> seen = new HashSet<>();
        table.predictions().stream()
                .filter(prediction -> seen.add(prediction.photo()))
                .forEach(this::check);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private void check(Prediction prediction) {
        String where = "predictions, photo " + prediction.photo();
        String subject = subjectOf.get(prediction.photo());
        if (subject == null) {
            problems.add(new Problem(
                    where, "", "is not in " + manifest, "Name photos as in the manifest, or evaluate without it."));
        } else if (!subject.equals(prediction.subject())) {
            problems.add(new Problem(
                    where,
                    prediction.subject(),
                    "is not the subject " + subject + " of the manifest",
                    "Correct one of the two."));
        } else if (!diagnosisOf.get(subject).equals(prediction.diagnosis())) {
            problems.add(new Problem(
                    where,
                    prediction.diagnosis(),
                    "is not the diagnosis " + diagnosisOf.get(subject) + " of the manifest",
                    "Correct one of the two."));
        }
    }
}
