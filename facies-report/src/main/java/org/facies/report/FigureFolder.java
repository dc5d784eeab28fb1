package org.facies.report;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.file.AtomicFile;
import org.facies.report.chart.FigureData;
import org.facies.report.chart.Svg;
import org.facies.table.CsvFile;

/** Every figure of a report as files for a paper: the drawing as SVG, and its numbers as CSV of the same name. */
final class FigureFolder {
    private final Map<String, Svg> figures = new LinkedHashMap<>();

    private FigureFolder() {}

    /**
     * Finds every drawing in a page by walking through its records, so that figures of a new section are included.
     */
    static FigureFolder of(Record page) {
        FigureFolder folder = new FigureFolder();
        folder.collect(page);
        return folder;
    }

    void write(Path directory) {
        figures.forEach((id, figure) -> {
            AtomicFile.write(directory.resolve(id + ".svg"), figure.standalone());
            FigureData data = figure.data();
            if (!data.columns().isEmpty()) {
                CsvFile.write(directory.resolve(id + ".csv"), data.columns(), data.rows());
            }
        });
    }

    private void collect(Object part) {
        if (part instanceof Svg figure && !figure.id().isEmpty()) {
            figures.put(figure.id(), figure);
        } else if (part instanceof Iterable<?> parts) {
            parts.forEach(this::collect);
        } else if (part instanceof Optional<?> maybe) {
            maybe.ifPresent(this::collect);
        } else if (part instanceof Map<?, ?> map) {
            map.values().forEach(this::collect);
        } else if (part instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(PageParts.value(record, component));
            }
        }
    }
}
