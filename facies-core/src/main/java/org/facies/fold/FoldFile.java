package org.facies.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code folds.csv}: photo,subject,diagnosis,division,seed,fold. Without the columns division and seed, both are 0. */
final class FoldFile {
    private static final List<String> COLUMNS = List.of("photo", "subject", "diagnosis", "division", "seed", "fold");
    private static final String[] REQUIRED = {"photo", "subject", "diagnosis", "fold"};

    /** The seed in the file; a division applies to all seeds of the training. */
    private static final String ANY_SEED = "0";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private static final String REMEDY = "Make the folds of this cohort again.";

    private final CsvTable table;
    private final Map<String, List<String>> expected = new HashMap<>();
    private final SortedMap<Integer, Map<String, Integer>> divisions = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FoldFile(CsvTable table, Cohort cohort) {
        this.table = table;
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                expected.put(photo.path(), List.of(photo.path(), subject.id(), subject.diagnosis()));
            }
        }
    }

    static void write(Path csv, List<FoldPlan> divisions, Cohort cohort) {
        List<List<String>> rows = new ArrayList<>();
        for (int division = 0; division < divisions.size(); division++) {
            for (Subject subject : cohort.subjects()) {
                for (Photo photo : subject.photos()) {
                    rows.add(List.of(
                            photo.path(),
                            subject.id(),
                            subject.diagnosis(),
                            Integer.toString(division),
                            ANY_SEED,
                            Integer.toString(divisions.get(division).foldOf(photo))));
                }
            }
        }
        CsvFile.write(csv, COLUMNS, rows);
    }

    static List<FoldPlan> read(Path csv, Cohort cohort) {
        FoldFile file = new FoldFile(CsvTable.read(csv).require(REQUIRED), cohort);
        file.table.rows().forEach(file::accept);
        return file.plans();
    }

    private void accept(CsvRow row) {
        String photo = row.get("photo");
        if (!List.of(photo, row.get("subject"), row.get("diagnosis")).equals(expected.get(photo))) {
            problem(table.where(row, "photo"), photo, "is not a photo of this cohort with that subject and diagnosis");
        }
        String seed = row.getOrDefault("seed", ANY_SEED);
        if (!seed.equals(ANY_SEED)) {
            problem(table.where(row, "seed"), seed, "is not 0, although a division applies to all seeds");
        }
        String division = row.getOrDefault("division", "0");
        String fold = row.get("fold");
        if (!NUMBER.matcher(division).matches()) {
            problem(table.where(row, "division"), division, "is not the number of a division");
        } else if (!NUMBER.matcher(fold).matches()) {
            problem(table.where(row, "fold"), fold, "is not a fold number");
        } else if (divisions
                        .computeIfAbsent(Integer.valueOf(division), none -> new HashMap<>())
                        .put(photo, Integer.valueOf(fold))
                != null) {
            problem(table.where(row, "photo"), photo, "occurs twice");
        }
    }

    private List<FoldPlan> plans() {
        int last = divisions.isEmpty() ? 0 : divisions.lastKey();
        List<FoldPlan> plans = new ArrayList<>();
        for (int division = 0; division <= last; division++) {
            plan(divisions.getOrDefault(division, Map.of()), last == 0 ? "" : " in division " + division)
                    .ifPresent(plans::add);
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return plans;
    }

    private Optional<FoldPlan> plan(Map<String, Integer> folds, String where) {
        int before = problems.size();
        Set<String> absent = new LinkedHashSet<>(expected.keySet());
        absent.removeAll(folds.keySet());
        absent.stream().sorted().forEach(photo -> problem(table.source(), photo, "has no fold" + where));
        Set<Integer> used = Set.copyOf(folds.values());
        int k = used.stream().mapToInt(fold -> fold + 1).max().orElse(0);
        if (problems.isEmpty() && (k < 2 || used.size() < k)) {
            problem(table.source(), "", "does not contain the folds 0 to k - 1 with k at least 2" + where);
        }
        return problems.size() == before ? Optional.of(new FoldPlan(k, folds)) : Optional.empty();
    }

    private void problem(String where, String value, String what) {
        problems.add(new Problem(where, value, what, REMEDY));
    }
}
