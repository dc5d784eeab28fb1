package org.facies.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.table.CsvNumbers;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * The numbers of subjects and photos in {@code folds.csv}.
 *
 * @param cells the subjects and photos that each fold tests, by fold in order and by class
 * @param subjects the number of all subjects
 * @param straddlers the number of subjects with photos in more than one fold
 */
public record FoldCounts(SortedMap<Integer, Map<String, Cell>> cells, long subjects, long straddlers) {

    /** Subjects and photos of one class in one fold. */
    public record Cell(long subjects, long photos) {
        private static final Cell EMPTY = new Cell(0, 0);
    }

    /** The counts of a class in a fold; zero if the class is missing there. */
    public Cell cell(int fold, String diagnosis) {
        return cells.getOrDefault(fold, Map.of()).getOrDefault(diagnosis, Cell.EMPTY);
    }

    public List<Integer> folds() {
        return List.copyOf(cells.keySet());
    }

    /**
     * Counts the content of a file that a run wrote, without its cohort.
     *
     * @throws org.facies.input.BadInput naming a missing column or a cell that is not a number
     */
    public static FoldCounts read(Path csv) {
        CsvTable table = CsvTable.read(csv).require("subject", "diagnosis", "fold");
        SortedMap<Integer, Map<String, List<String>>> photos = new TreeMap<>();
        Map<String, Set<Integer>> foldsOf = new HashMap<>();
        for (CsvRow row : table.rows()) {
            int fold = CsvNumbers.whole(table, row, "fold");
            photos.computeIfAbsent(fold, f -> new HashMap<>())
                    .computeIfAbsent(row.get("diagnosis"), d -> new ArrayList<>())
                    .add(row.get("subject"));
            foldsOf.computeIfAbsent(row.get("subject"), s -> new HashSet<>()).add(fold);
        }
        long straddlers =
                foldsOf.values().stream().filter(folds -> folds.size() > 1).count();
        return new FoldCounts(counted(photos), foldsOf.size(), straddlers);
    }

    private static SortedMap<Integer, Map<String, Cell>> counted(
            SortedMap<Integer, Map<String, List<String>>> subjectOfEachPhoto) {
        SortedMap<Integer, Map<String, Cell>> cells = new TreeMap<>();
        subjectOfEachPhoto.forEach((fold, classes) ->
                classes.forEach((diagnosis, subjects) -> cells.computeIfAbsent(fold, f -> new HashMap<>())
                        .put(diagnosis, new Cell(new HashSet<>(subjects).size(), subjects.size()))));
        return cells;
    }
}
