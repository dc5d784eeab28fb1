package org.facies.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the first prediction that contradicts an earlier one. */
final class PredictionConsistency {
    private final Map<List<Object>, Set<String>> photosOfModel = new HashMap<>();
    private final Map<String, String> subjectOfPhoto = new HashMap<>();
    private final Map<String, String> diagnosisOfSubject = new HashMap<>();

    /**
     * A contradiction.
     *
     * @param column the column that is wrong
     * @param value its value
     * @param what what is wrong with it
     */
    record Contradiction(String column, String value, String what) {}

    /** Records the prediction and returns how it contradicts earlier ones. */
    Optional<Contradiction> accept(Prediction prediction) {
        String photo = prediction.photo();
        String subject = prediction.subject();
        if (!photosOfModel
                .computeIfAbsent(
                        List.of(prediction.model(), prediction.division(), prediction.seed()), none -> new HashSet<>())
                .add(photo)) {
            return contradiction("photo", photo, "is there twice for model " + prediction.model());
        }
        String owner = subjectOfPhoto.putIfAbsent(photo, subject);
        if (owner != null && !owner.equals(subject)) {
            return contradiction("subject", subject, "is not the subject " + owner + " that photo " + photo + " had");
        }
        String diagnosis = diagnosisOfSubject.putIfAbsent(subject, prediction.diagnosis());
        if (diagnosis != null && !diagnosis.equals(prediction.diagnosis())) {
            return contradiction(
                    "diagnosis",
                    prediction.diagnosis(),
                    "is not the diagnosis " + diagnosis + " that subject " + subject + " had");
        }
        return Optional.empty();
    }

    private static Optional<Contradiction> contradiction(String column, String value, String what) {
        return Optional.of(new Contradiction(column, value, what));
    }
}
