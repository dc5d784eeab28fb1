package org.facies.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.reading.ReadingDesign.Cases;
import org.facies.reading.ReadingDesign.ShownClass;

/** Computes the number of children of each class in the main part of a reader study. */
final class DrawnCounts {
    private final ReadingDesign design;
    private final List<String> remarks;

    /**
     * Counts for a design.
     *
     * @param remarks on excluded children, one sentence each; added to the error message if too few are left
     */
    DrawnCounts(ReadingDesign design, List<String> remarks) {
        this.design = design;
        this.remarks = remarks;
    }

    /** The error for a value of the design. */
    BadInput refusal(String key, String value, String what, String remedy) {
        String where = "reader study \"" + design.name() + "\", " + key;
        String told = remarks.isEmpty() ? remedy : remedy + " " + String.join(" ", remarks);
        return new BadInput(where, value, what, told);
    }

    /**
     * The number of children of each class. If everyone is drawn, it is the minimum that must remain in each class.
     *
     * @param available number of children of each class that readers may see
     * @throws BadInput if there are too few
     */
    List<Integer> of(List<Integer> available) {
        Cases cases = design.cases();
        List<Integer> wanted = switch (cases.draw()) {
            case EVERYONE -> available.stream().map(n -> 1).toList();
            case PER_CLASS -> available.stream().map(n -> cases.perClass()).toList();
            case PREVALENCE -> shares(cases);
        };
        List<Integer> lacking = IntStream.range(0, available.size())
                .filter(c -> available.get(c) < wanted.get(c))
                .boxed()
                .toList();
        if (!lacking.isEmpty()) {
            throw refusal(lacking, wanted, available);
        }
        return wanted;
    }

    /**
     * Rounds the counts by largest remainder, so that they sum to the size. Of equal remainders, that of the earlier
     * class is rounded up first.
     */
    private List<Integer> shares(Cases cases) {
        List<Double> exact = design.classes().stream()
                .map(ShownClass::label)
                .map(label -> cases.prevalence().get(label) * cases.size())
                .toList();
        List<Integer> counts = new ArrayList<>(
                exact.stream().map(share -> (int) Math.floor(share + 1e-9)).toList());
        int missing = cases.size() - counts.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> counts.get(c) - exact.get(c)))
                .limit(Math.max(0, missing))
                .toList()
                .forEach(c -> counts.set(c, counts.get(c) + 1));
        return List.copyOf(counts);
    }

    private BadInput refusal(List<Integer> lacking, List<Integer> wanted, List<Integer> available) {
        String classes = lacking.stream()
                .map(c -> "\"" + design.classes().get(c).label() + "\" (" + wanted.get(c) + " needed, "
                        + available.get(c) + " available)")
                .collect(Collectors.joining(", "));
        int least = available.stream().mapToInt(Integer::intValue).min().orElse(0);
        String remedy = switch (design.cases().draw()) {
            case PER_CLASS ->
                least == 0
                        ? "Remove the class from \"classes:\", or add children."
                        : "Write at most per_class: " + least + ", or remove the class from \"classes:\".";
            case PREVALENCE -> "Write a smaller size, or a smaller proportion for the class.";
            case EVERYONE -> "Remove the class from \"classes:\", or add children.";
        };
        return refusal("cases", "", "needs more children than readers may see of " + classes, remedy);
    }
}
