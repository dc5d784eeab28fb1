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
 * What a bundle says of the children that it learnt from: counts of groups that are large enough, of the columns that
 * are known or that the study was broken down by. A single small group could be found out from the others, so the next
 * smallest is left out with it.
 */
final class CohortCounts {
    private static final String AGE = "age_months";

    private final CohortRecord record;
    private final List<String> columns;
    private final int fewest;

    /**
     * Counts.
     *
     * @param asked columns that the study was broken down by
     * @param fewest children of a group that is named
     */
    CohortCounts(CohortRecord record, List<String> asked, int fewest) {
        this.record = record;
        this.columns = new ArrayList<>(ColumnChoice.USUAL);
        asked.stream().filter(column -> !ColumnChoice.USUAL.contains(column)).forEach(columns::add);
        this.fewest = fewest;
    }

    /** The part of the card. */
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

    /** Whether figures of a group may stand on the card. */
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

    /** From the youngest to the oldest age band that is shown; empty where no age is known. */
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
