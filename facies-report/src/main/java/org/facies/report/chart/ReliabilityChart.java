package org.facies.report.chart;

import java.util.List;
import org.facies.report.text.Phrases;

/**
 * Reliability diagram: accuracy over confidence with the diagonal of perfect calibration; below it, the number of
 * answers in each bin.
 */
public final class ReliabilityChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 240;
    private static final double BARS = 34;

    /**
     * The content of a diagram.
     *
     * @param id of the drawing, unique in the page
     * @param description of the drawing for screen readers, as sentences
     */
    public record Panel(String id, String title, String description, Series series, Reliability reliability) {}

    private ReliabilityChart() {}

    /**
     * Draws diagrams that are compared with each other. Markers and columns have the same scale in all of them.
     *
     * @return one drawing for each panel, in their order
     */
    public static List<Svg> drawAll(List<Panel> panels) {
        int largest = panels.stream()
                .mapToInt(panel -> panel.reliability().largest())
                .max()
                .orElse(0);
        return panels.stream().map(panel -> draw(panel, largest)).toList();
    }

    private static Svg draw(Panel panel, int largest) {
        Reliability reliability = panel.reliability();
        Drawing drawing =
                Drawing.titled(panel.id(), LEFT + SIDE + 8, TOP + SIDE + BARS + 46, panel.title(), panel.description());
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "confidence of the answer", "accuracy");
        drawing.line(frame.at(0, 0), frame.at(1, 1), "reference")
                .group(panel.series().cssClass());
        drawing.polyline(
                reliability.bins().stream()
                        .map(bin -> frame.at(bin.confidence(), bin.accuracy()))
                        .toList(),
                "curve thin");
        for (Reliability.Bin bin : reliability.bins()) {
            drawing.group("bin", Phrases.counted(bin.count(), "answer"));
            drawing.circle(frame.at(bin.confidence(), bin.accuracy()), radius(bin, largest), "marker");
            bar(drawing, frame, bin, largest);
            drawing.end();
        }
        return drawing.end().showing(data(reliability)).svg();
    }

    private static FigureData.Table data(Reliability reliability) {
        FigureData.Table table = FigureData.of("bin", "answers", "mean_confidence", "share_right");
        reliability.bins().forEach(bin -> table.row(bin.index(), bin.count(), bin.confidence(), bin.accuracy()));
        return table;
    }

    /**
     * The radius: the area is proportional to the number of answers, with a minimum so that every marker is visible.
     */
    private static double radius(Reliability.Bin bin, int largest) {
        return Math.max(2, 7 * Math.sqrt((double) bin.count() / largest));
    }

    private static void bar(Drawing drawing, Frame frame, Reliability.Bin bin, int largest) {
        double width = SIDE / Reliability.BINS;
        double height = Math.max(0.75, (BARS - 4) * bin.count() / largest);
        double base = TOP + SIDE + BARS + 42;
        Point corner = new Point(frame.x().fromPx() + bin.index() * width + 1, base - height);
        drawing.rectangle(corner, width - 2, height, "column");
    }
}
