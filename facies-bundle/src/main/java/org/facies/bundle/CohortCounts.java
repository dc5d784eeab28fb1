package org.facies.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.AgeBand;
import org.facies.cohort.CohortSummary;
import org.facies.decision.AgeRange;
import org.facies.result.CohortRecord;
import org.facies.subgroup.ColumnChoice;

/**
 * The training cohort as published in a bundle: counts of sufficiently large groups, for known columns and for those of
 * the study's subgroup analysis. A single small group could be computed from the others, so the next smallest group is
 * left out with it.
 */
final class CohortCounts {
    private static final String AGE = "age_months";

    private final CohortRecord record;
    private final List<String> columns;
    private final int fewest;

    /**
     * Counts the groups.
     *
     * @param asked columns of the study's subgroup analysis
     * @param fewest smallest number of children of a listed group
     */
    CohortCounts(CohortRecord record, List<String> asked, int fewest) {
        this.record = record;
        this.columns = new ArrayList<>(ColumnChoice.USUAL);
        asked.stream().filter(column -> !ColumnChoice.USUAL.contains(column)).forEach(columns::add);
        this.fewest = fewest;
    }

    /** The cohort's part of the model card. */
    BundleFile.CohortCard card() {
        Map<String, Map<String, Integer>> groups = new LinkedHashMap<>();
        for (String column : columns) {
            Map<String, Integer> shown = shown(record.subgroups().getOrDefault(column, Map.of()));
            if (!shown.isEmpty()) {
                groups.put(column, shown);
            }
        }
        return new BundleFile.CohortCard(
                record.subjects(),
                record.photos(),
                fewest,
                groups,
                record.synthetic().orElse(false));
    }

    /** Whether results of a group may be published. */
    boolean isShown(String column, String group) {
        return columns.contains(column)
                && shown(record.subgroups().getOrDefault(column, Map.of())).containsKey(group);
    }

    private Map<String, Integer> shown(Map<String, CohortRecord.Count> groups) {
        Map<String, Integer> shown = new LinkedHashMap<>();
        groups.forEach((name, count) -> {
            if (count.subjects() >= fewest) {
                shown.put(name, count.subjects());
            }
        });
        if (groups.size() - shown.size() == 1) {
            shown.entrySet().stream()
                    .min(Comparator.comparingInt(Map.Entry::getValue))
                    .map(Map.Entry::getKey)
                    .ifPresent(shown::remove);
        }
        return shown;
    }

    /** The range from the youngest to the oldest listed age band; empty if no age is known. */
    Optional<AgeRange> ages() {
        List<AgeBand> bands = shown(record.subgroups().getOrDefault(AGE, Map.of())).keySet().stream()
                .filter(name -> !name.equals(CohortSummary.UNKNOWN))
                .map(AgeBand::labelled)
                .sorted()
                .toList();
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(new AgeRange(
                        bands.get(0).fromMonths(), bands.get(bands.size() - 1).belowMonths() - 1));
    }
}
