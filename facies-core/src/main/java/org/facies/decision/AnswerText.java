package org.facies.decision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer in plain sentences. Every output uses the same ones.
 *
 * <pre>{@code
 * String sentence = new AnswerText(decision, names).of(answer, atSite);
 * }</pre>
 */
public final class AnswerText {
    private static final double LEAST_PERCENT = 1e-4;

    private final Decision decision;
    private final Map<String, String> names;

    /**
     * Sentences about answers of a decision.
     *
     * @param names what people call each class, by its label
     */
    public AnswerText(Decision decision, Map<String, String> names) {
        this.decision = decision;
        this.names = Map.copyOf(names);
    }

    /**
     * The answer: the most probable class, or why there is no answer. If the class frequencies of the site are stated,
     * the most probable class there is in a second sentence.
     *
     * @param atSite probability of each class at the site; empty if its class frequencies are not stated
     */
    public String of(Answer answer, Optional<Map<String, Double>> atSite) {
        if (!answer.reservations().isEmpty()) {
            return "The model abstains: "
                    + answer.reservations().stream()
                            .map(reservation -> reason(reservation, answer))
                            .collect(Collectors.joining("; "))
                    + ".";
        }
        String label = answer.predicted();
        String share = percent(answer.probabilities().get(label));
        return atSite.map(site -> "Among children like those of the study: " + shown(label) + ", " + share + ". "
                        + of(label, site))
                .orElseGet(() -> "The model finds " + shown(label) + " most probable"
                        + (isUnaffected(label) ? " (class " + label + ")" : "") + ": " + share
                        + " among children like those of the study.");
    }

    /** The most probable class at the site, and the class that was predicted if it is another one. */
    private String of(String predicted, Map<String, Double> site) {
        String first =
                Collections.max(site.entrySet(), Map.Entry.comparingByValue()).getKey();
        return "At your site, as stated: " + shown(first) + ", " + percent(site.get(first))
                + (first.equals(predicted) ? "" : " (" + shown(predicted) + " " + percent(site.get(predicted)) + ")")
                + ".";
    }

    private boolean isUnaffected(String label) {
        return decision.unaffected().equals(Optional.of(label));
    }

    private String shown(String label) {
        return isUnaffected(label) ? "no syndrome" : names.get(label);
    }

    /** Why no answer is given, as a sentence. */
    public String of(Reservation reservation, Answer answer) {
        String reason = reason(reservation, answer);
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    private String reason(Reservation reservation, Answer answer) {
        return switch (reservation) {
            case UNKNOWN_FACE -> "the face is unlike the faces that it was trained on";
            case LOW_CONFIDENCE ->
                "no class is probable enough (the most probable has "
                        + percent(answer.probabilities().get(answer.predicted()))
                        + "; the model answers only from "
                        + percent(decision.abstention().confidence()) + ")";
            case PHOTOS_DISAGREE -> "the photos disagree, as most of them by themselves give another class";
            case AGE_OUTSIDE ->
                "the child is younger or older than the children that it was trained on"
                        + decision.ages()
                                .map(ages -> " (" + ages.fromMonths() + " to " + ages.toMonths() + " months)")
                                .orElse("");
            case POOR_PHOTO -> "a photo is of poor quality";
            case SEVERAL_FACES -> "a photo shows several faces, and a rule chose one of them";
        };
    }

    /** Which children the probabilities of the study refer to, in a sentence. */
    public String studyMix() {
        int children = sum(decision.subjects().values().stream().toList());
        return decision.unaffected()
                .map(none -> {
                    int affected = children - decision.subjects().get(none);
                    return "Of the " + count(children) + " children that the model learnt from, "
                            + oneIn((double) affected / children)
                            + " had a syndrome (" + count(affected) + ").";
                })
                .orElseGet(() -> "All " + count(children) + " children that the model learnt from had one of its "
                        + decision.subjects().size() + " classes.");
    }

    /** Which children the probabilities of the site refer to, in a sentence. */
    public String siteMix(Prevalence site) {
        String rest = " Prediction sets and thresholds are those of the study's mix: they are not re-weighted.";
        return decision.unaffected()
                        .map(none ->
                                "At the site, " + oneIn(1 - site.shares().get(none)) + " has a syndrome, as stated.")
                        .orElse("The site's mix is as stated.")
                + rest;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** {@code 1 in 4}; a share above one half in per cent. */
    private static String oneIn(double share) {
        return share > 0 && share <= 0.5
                ? "1 in " + count(Math.round(1 / share))
                : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share as {@code 84.0 %}; undefined as a dash. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = 100 * share;
        if (percent > 0 && percent < LEAST_PERCENT) {
            return "<0.0001 %";
        }
        return percent > 0 && percent < 0.1
                ? new BigDecimal(percent)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %"
                : String.format(Locale.ROOT, "%.1f %%", percent);
    }
}
