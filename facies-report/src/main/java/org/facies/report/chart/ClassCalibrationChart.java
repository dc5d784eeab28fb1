package org.facies.report.chart;

import java.util.List;
import org.facies.metric.ClassCurves;
import org.facies.metric.Estimate;
import org.facies.report.chart.Drawing.Anchor;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * Calibration of one class: the observed frequency of the diagnosis over the predicted probability, with 95 % intervals
 * and the diagonal of perfect calibration. Below it, the number of children in each bin. All charts have the same axes.
 */
public final class ClassCalibrationChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 220;
    private static final double BARS = 34;
    private static final double BASE = TOP + SIDE + BARS + 54;

    private ClassCalibrationChart() {}

    public static Svg draw(
            String id, String title, String description, Series series, List<ClassCurves.CalibrationBin> bins) {
        Drawing drawing = Drawing.titled(id, LEFT + SIDE + 8, BASE + 4, title, description);
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "predicted probability of the class", "observed frequency");
        drawing.line(frame.at(0, 0), frame.at(1, 1), "reference").group(series.cssClass());
        long largest =
                bins.stream().mapToLong(ClassCurves.CalibrationBin::n).max().orElse(1);
        for (ClassCurves.CalibrationBin bin : bins) {
            drawing.group("bin", Phrases.children(bin.n()));
            Estimate observed = bin.observed();
            drawing.line(
                    frame.at(bin.meanProbability(), observed.interval().low()),
                    frame.at(bin.meanProbability(), observed.interval().high()),
                    "bar");
            drawing.circle(frame.at(bin.meanProbability(), observed.value()), 3.5, "marker");
            column(drawing, frame, bin, largest);
            drawing.end();
        }
        return drawing.end().showing(data(bins)).svg();
    }

    private static void column(Drawing drawing, Frame frame, ClassCurves.CalibrationBin bin, long largest) {
        double left = frame.x().px(bin.above());
        double width = frame.x().px(bin.to()) - left;
        double height = Math.max(0.75, (BARS - 12) * bin.n() / largest);
        drawing.rectangle(new Point(left + 1, BASE - height), width - 2, height, "column");
        drawing.text(new Point(left + width / 2, BASE - height - 2), Anchor.MIDDLE, "tick", Numbers.count(bin.n()));
    }

    private static FigureData.Table data(List<ClassCurves.CalibrationBin> bins) {
        FigureData.Table table =
                FigureData.of("above", "to", "subjects", "mean_probability", "observed", "low", "high");
        bins.forEach(bin -> table.row(
                bin.above(),
                bin.to(),
                bin.n(),
                bin.meanProbability(),
                bin.observed().value(),
                bin.observed().interval().low(),
                bin.observed().interval().high()));
        return table;
    }
}
