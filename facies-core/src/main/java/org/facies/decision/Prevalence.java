package org.facies.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facies.input.BadInput;
import org.facies.input.Likeness;
import org.facies.input.Problem;

/**
 * How common each class is among the children of a site, and what follows from it by Bayes' rule. Probabilities of a
 * study hold for children in the study's mix, where a rare syndrome may be one in four.
 *
 * <pre>{@code
 * Prevalence site = Prevalence.parse("--prevalence", "noonan=0.002,wbs=0.0001", decision);
 * Map<String, Double> atSite = site.reweighted(answer.probabilities());
 * }</pre>
 */
public final class Prevalence {
    private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+([eE][+-]?\\d{1,3})?|\\d+\\.");
    private static final double ROUNDING = 1e-6;

    private final Map<String, Double> shares;
    private final Map<String, Double> ofStudy;

    private Prevalence(Map<String, Double> shares, Map<String, Double> ofStudy) {
        this.shares = Collections.unmodifiableMap(shares);
        this.ofStudy = ofStudy;
    }

    /**
     * The prevalence that a user states.
     *
     * @param where how messages name the place, for example {@code --prevalence}
     * @param text {@code noonan=0.002,wbs=0.0001}: a share for each syndrome; the rest goes to the unaffected class
     * @throws BadInput with all that is wrong
     */
    public static Prevalence parse(String where, String text, Decision decision) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Double> given = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            int sign = item.lastIndexOf('=');
            String label = sign < 0 ? "" : item.substring(0, sign).strip();
            String share = item.substring(sign + 1).strip();
            if (label.isEmpty()) {
                problems.add(new Problem(
                        where, item.strip(), "is no CLASS=SHARE", "Write it as in noonan=0.002,wbs=0.0001."));
            } else if (!NUMBER.matcher(share).matches()) {
                problems.add(notAShare(where, label, share));
            } else if (given.put(label, Double.parseDouble(share)) != null) {
                problems.add(new Problem(where, label, "is there twice", "Give one share for each class."));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return of(where, given, decision);
    }

    /**
     * A prevalence.
     *
     * @param where how messages name the place
     * @param given share of the children by class, at least of every syndrome; the rest goes to the unaffected class
     * @throws BadInput with all that is wrong
     */
    public static Prevalence of(String where, Map<String, Double> given, Decision decision) {
        List<Problem> problems = problems(where, given, decision);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        double stated = sum(given);
        Map<String, Double> shares = new LinkedHashMap<>();
        Map<String, Double> ofStudy = new LinkedHashMap<>();
        double children = decision.subjects().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        decision.subjects().forEach((label, subjects) -> {
            shares.put(label, given.getOrDefault(label, Math.max(0, 1 - stated)));
            ofStudy.put(label, subjects / children);
        });
        return new Prevalence(shares, ofStudy);
    }

    private static List<Problem> problems(String where, Map<String, Double> given, Decision decision) {
        List<Problem> problems = new ArrayList<>();
        List<String> classes = decision.classes();
        given.forEach((label, share) -> {
            if (!classes.contains(label)) {
                problems.add(new Problem(where, label, "is no class of the bundle", Likeness.remedy(label, classes)));
            } else if (!(share >= 0 && share <= 1)) {
                problems.add(notAShare(where, label, share.toString()));
            }
        });
        List<String> missing = missing(given, decision);
        if (!missing.isEmpty()) {
            problems.add(new Problem(
                    where,
                    "",
                    "gives no share for " + String.join(", ", missing),
                    "Give a share for each syndrome, 0 where it does not occur."));
        }
        if (problems.isEmpty()) {
            double stated = sum(given);
            boolean isWhole = Math.abs(stated - 1) <= ROUNDING;
            if (stated > 1 + ROUNDING || (given.size() == classes.size() && !isWhole)) {
                problems.add(new Problem(
                        where,
                        "",
                        "adds up to " + stated + ", not to 1",
                        "Give shares of all children, for example 0.002 for 1 in 500."));
            }
        }
        return problems;
    }

    /** The classes that have to be given and are not. */
    public static List<String> missing(Map<String, Double> given, Decision decision) {
        return decision.classes().stream()
                .filter(label -> !given.containsKey(label))
                .filter(label -> !decision.unaffected().equals(Optional.of(label)))
                .toList();
    }

    private static Problem notAShare(String where, String label, String share) {
        return new Problem(
                where, label + "=" + share, "is no share from 0 to 1", "Write 0.002, say, for 1 child in 500.");
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Share of the site's children by class, in class order; they add up to 1. */
    public Map<String, Double> shares() {
        return shares;
    }

    /**
     * Probabilities among the children of the site: each is multiplied by the share of its class at the site over that
     * in the study, and all are divided by their sum (Saerens, Latinne and Decaestecker 2002, eq. 4).
     *
     * @param probabilities by class, among children in the study's mix
     * @return by class, in class order; NaN where every class that occurs at the site has a probability of 0
     */
    public Map<String, Double> reweighted(Map<String, Double> probabilities) {
        Map<String, Double> weighted = new LinkedHashMap<>();
        shares.forEach((label, share) -> weighted.put(label, probabilities.get(label) * share / ofStudy.get(label)));
        double sum = sum(weighted);
        weighted.replaceAll((label, weight) -> weight / sum);
        return Collections.unmodifiableMap(weighted);
    }
}
