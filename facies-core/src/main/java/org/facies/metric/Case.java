package org.facies.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One case that a model judged: a photo, or a subject by the mean over its photos.
 *
 * @param id photo or subject
 * @param truth index of the class
 * @param probabilities double[classes], summing to 1
 */
record Case(String id, String subject, int truth, List<Double> probabilities) {

    static List<Case> of(Level level, List<Prediction> predictions, List<String> classes) {
        List<Case> photos = predictions.stream()
                .map(prediction -> new Case(
                        prediction.photo(),
                        prediction.subject(),
                        classes.indexOf(prediction.diagnosis()),
                        normalised(prediction.probabilities())))
                .toList();
        return switch (level) {
            case PHOTO -> photos;
            case SUBJECT -> subjects(photos);
        };
    }

    private static List<Case> subjects(List<Case> photos) {
        Map<String, List<Case>> bySubject =
                photos.stream().collect(Collectors.groupingBy(Case::subject, LinkedHashMap::new, Collectors.toList()));
        List<Case> subjects = new ArrayList<>();
        bySubject.forEach((subject, own) ->
                subjects.add(new Case(subject, subject, own.get(0).truth(), normalised(sum(own)))));
        return subjects;
    }

    /** The sum over photos is the mean once it is brought to sum 1. */
    private static List<Double> sum(List<Case> photos) {
        double[] sum = new double[photos.get(0).probabilities().size()];
        for (Case photo : photos) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += photo.probabilities().get(c);
            }
        }
        List<Double> boxed = new ArrayList<>();
        for (double value : sum) {
            boxed.add(value);
        }
        return boxed;
    }

    private static List<Double> normalised(List<Double> scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        double total = sum;
        return scores.stream().map(score -> score / total).toList();
    }
}
