package org.facies.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.report.review.ReviewStatus;

/** The order in which children are reviewed: wrong answers, then uncertain ones, then the rest. */
final class ReviewOrder {
    private final List<ReviewedModel> models;
    private final List<Map<String, Integer>> places;
    private final Map<String, Integer> together;
    private final List<String> shown;

    /**
     * Sorts the children for each model and for all together.
     *
     * @param models of the same children, at least one
     * @param chosen position of the model that determines the order on the page
     */
    ReviewOrder(List<ReviewedModel> models, int chosen) {
        this.models = models;
        List<String> children = models.get(0).children();
        List<List<String>> sorted = models.stream()
                .map(model -> sorted(
                        children, Comparator.comparing(model::status).thenComparing(child -> -model.urgency(child))))
                .toList();
        this.shown = sorted.get(chosen);
        this.places = sorted.stream().map(ReviewOrder::places).toList();
        this.together = places(sorted(
                children,
                Comparator.comparing(this::together)
                        .thenComparing(child -> -wrong(child))
                        .thenComparing(child -> -urgency(child))));
    }

    /** The worst status of any model. */
    ReviewStatus together(String child) {
        return models.stream()
                .map(model -> model.status(child))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<String> shown() {
        return shown;
    }

    /** Rank from 0, for each model. */
    List<Integer> places(String child) {
        return places.stream().map(own -> own.get(child)).toList();
    }

    /** Rank from 0, over all models. */
    int place(String child) {
        return together.get(child);
    }

    private long wrong(String child) {
        return models.stream()
                .filter(model -> model.status(child) == ReviewStatus.WRONG)
                .count();
    }

    private double urgency(String child) {
        return models.stream()
                .filter(model -> model.status(child) == together(child))
                .mapToDouble(model -> model.urgency(child))
                .max()
                .orElse(0);
    }

    /** Ties stay in the order of predictions. */
    private static List<String> sorted(List<String> children, Comparator<String> order) {
        return children.stream().sorted(order).toList();
    }

    private static Map<String, Integer> places(List<String> sorted) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            places.put(sorted.get(i), i);
        }
        return places;
    }
}
