package org.facies.report.chart;

import org.facies.report.text.Phrases;

/** Reliability diagram: accuracy over confidence against the diagonal, and below it how many answers each bin holds. */
public final class ReliabilityChart {
    private static final double LEFT = 46;
    private static final double TOP = 8;
    private static final double SIDE = 240;
    private static final double BARS = 34;

    private ReliabilityChart() {}

    public static Svg draw(String id, String title, String description, Series series, Reliability reliability) {
        Drawing drawing = Drawing.titled(id, LEFT + SIDE + 8, TOP + SIDE + BARS + 46, title, description);
        Frame frame = Frame.unitSquare(LEFT, TOP, SIDE);
        frame.drawTo(drawing, "confidence of the answer", "share that is right");
        drawing.line(frame.at(0, 0), frame.at(1, 1), "reference").group(series.cssClass());
        drawing.polyline(
                reliability.bins().stream()
                        .map(bin -> frame.at(bin.confidence(), bin.accuracy()))
                        .toList(),
                "curve thin");
        for (Reliability.Bin bin : reliability.bins()) {
            drawing.group("bin", Phrases.counted(bin.count(), "answer"));
            drawing.circle(frame.at(bin.confidence(), bin.accuracy()), radius(bin, reliability), "marker");
            bar(drawing, frame, bin, reliability);
            drawing.end();
        }
        return drawing.end().showing(data(reliability)).svg();
    }

    private static FigureData.Table data(Reliability reliability) {
        FigureData.Table table = FigureData.of("bin", "answers", "mean_confidence", "share_right");
        reliability.bins().forEach(bin -> table.row(bin.index(), bin.count(), bin.confidence(), bin.accuracy()));
        return table;
    }

    /** Area in proportion to the number of answers, but never too small to be seen. */
    private static double radius(Reliability.Bin bin, Reliability all) {
        return Math.max(2, 7 * Math.sqrt((double) bin.count() / all.largest()));
    }

    private static void bar(Drawing drawing, Frame frame, Reliability.Bin bin, Reliability all) {
        double width = SIDE / Reliability.BINS;
        double height = Math.max(0.75, (BARS - 4) * bin.count() / all.largest());
        double base = TOP + SIDE + BARS + 42;
        Point corner = new Point(frame.x().fromPx() + bin.index() * width + 1, base - height);
        drawing.rectangle(corner, width - 2, height, "column");
    }
}
