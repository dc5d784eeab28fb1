package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.report.chart.Series;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;

/** A model and its marks in every chart of the page. */
public record ModelKey(String name, Series series) {

    static List<ModelKey> of(Run run) {
        List<ModelKey> keys = new ArrayList<>();
        for (String model : run.models()) {
            keys.add(new ModelKey(model, new Series(keys.size())));
        }
        return keys;
    }

    public Svg swatch() {
        return series.swatch();
    }
}
