package org.facies.subgroup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.cohort.CohortSummary;
import org.facies.metric.Estimate;

/** The conclusion from the tests of a column, as sentences. */
final class Finding {

    private Finding() {}

    static String of(String column, List<GroupFigures> groups, List<GroupDifference> tests) {
        List<GroupDifference> done =
                tests.stream().filter(GroupDifference::isDefined).toList();
        if (done.isEmpty()) {
            return "Groups of " + column + " could not be compared, because fewer than two have enough children.";
        }
        List<String> sentences = new ArrayList<>();
        done.stream().filter(GroupDifference::differs).forEach(test -> sentences.add(difference(column, groups, test)));
        if (sentences.isEmpty()) {
            GroupDifference least = done.stream()
                    .min(Comparator.comparingDouble(GroupDifference::p))
                    .orElseThrow();
            sentences.add("No difference between groups of " + column + " was found (smallest " + probabilities(least)
                    + ")." + detectable(done));
        }
        return String.join(" ", sentences);
    }

    private static String difference(String column, List<GroupFigures> groups, GroupDifference test) {
        List<GroupFigures> shown = groups.stream()
                .filter(group -> !group.group().equals(CohortSummary.UNKNOWN))
                .filter(group ->
                        estimate(group, test).filter(Estimate::isDefined).isPresent())
                .sorted(Comparator.comparingDouble(
                        group -> estimate(group, test).orElseThrow().value()))
                .toList();
        String extremes = List.of(shown.get(0), shown.get(shown.size() - 1)).stream()
                .map(group -> group.group() + " ("
                        + percent(estimate(group, test).orElseThrow().value()) + ")")
                .collect(Collectors.joining(" and highest in "));
        return "The " + test.words() + " differs between groups of " + column + ": it is lowest in " + extremes + " ("
                + probabilities(test) + ").";
    }

    private static Optional<Estimate> estimate(GroupFigures group, GroupDifference test) {
        if (test.ofClass().isEmpty()) {
            return Optional.of(test.figure().equals("accuracy") ? group.accuracy() : group.overconfidence());
        }
        return Optional.ofNullable(group.perClass().get(test.ofClass()))
                .map(figures -> test.figure().equals("sensitivity") ? figures.sensitivity() : figures.specificity());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** The difference in accuracy that a single test could have detected. */
    private static String detectable(List<GroupDifference> tests) {
        return tests.stream()
                .filter(test -> test.figure().equals("accuracy"))
                .flatMap(test -> test.detectable().stream())
                .map(difference -> String.format(
                        Locale.ROOT,
                        " With so few children, a smaller difference in accuracy than %.0f percentage points between"
                                + " the smallest group and the others would often be missed (single test at 5 %%,"
                                + " power 80 %%).",
                        100 * difference))
                .findFirst()
                .orElse("");
    }

    private static String probabilities(GroupDifference test) {
        return probability(test.p()) + ", corrected " + probability(test.pHolm());
    }

    private static String probability(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
