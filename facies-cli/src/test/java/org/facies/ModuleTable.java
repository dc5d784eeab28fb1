package org.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The two tables of ARCHITECTURE.md.
 *
 * @param imports by module, the Facies modules in its row
 * @param libraries by module, the artifact ids in its row
 * @param packages by module, the names below {@code org.facies}
 */
record ModuleTable(
        Map<String, Set<String>> imports, Map<String, Set<String>> libraries, Map<String, Set<String>> packages) {
    /** Tests run in the folder of their module. */
    static final Path REPOSITORY = Path.of("..");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    static ModuleTable read() throws IOException {
        List<String> lines = Files.readAllLines(REPOSITORY.resolve("ARCHITECTURE.md"));
        ModuleTable table = new ModuleTable(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (List<String> row : rows(lines, "| module | Facies modules | libraries |")) {
            String module = names(row.get(0)).get(0);
            table.imports.put(module, new LinkedHashSet<>(names(row.get(1))));
            table.libraries.put(module, new LinkedHashSet<>(names(row.get(2))));
        }
        String module = "";
        for (List<String> row : rows(lines, "| module | package | owns |")) {
            module = names(row.get(0)).stream().findFirst().orElse(module);
            table.packages
                    .computeIfAbsent(module, first -> new LinkedHashSet<>())
                    .addAll(names(row.get(1)));
        }
        return table;
    }

    Set<String> modules() {
        return imports.keySet();
    }

    Set<String> packages(String module) {
        return packages.get(module);
    }

    /** The modules that a module may import. */
    Set<String> reachedFrom(String module) {
        Set<String> reached = new LinkedHashSet<>();
        for (String next : imports.get(module)) {
            reached.add(next);
            reached.addAll(reachedFrom(next));
        }
        return reached;
    }

    /** The cells of the table under a heading. */
    private static List<List<String>> rows(List<String> lines, String heading) {
        int first = lines.indexOf(heading);
        if (first < 0) {
            throw new AssertionError("ARCHITECTURE.md has no table " + heading);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(first + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            rows.add(List.of(line.substring(1).split("\\|", -1)));
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
