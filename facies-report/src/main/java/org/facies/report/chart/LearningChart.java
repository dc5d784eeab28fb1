package org.facies.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Pretraining by epoch: above, face verification; below, training loss. The drawing is a separate file that contains
 * its colours.
 *
 * @param losses x the epoch, from 1; y the mean training loss
 * @param accuracies x the epoch, 0 before training; y in [0, 1]; at least one
 * @param aucs area under the curve, likewise
 */
public record LearningChart(List<Point> losses, List<Point> accuracies, List<Point> aucs) {
    private static final double LEFT = 54;
    private static final double WIDTH = 420;
    private static final double HEIGHT = 170;
    private static final double TOP = 34;
    private static final double LOWER = TOP + HEIGHT + 74;
    private static final double CHANCE = 0.5;

    public LearningChart {
        losses = List.copyOf(losses);
        accuracies = List.copyOf(accuracies);
        aucs = List.copyOf(aucs);
        if (accuracies.isEmpty()) {
            throw new IllegalArgumentException("nothing was verified");
        }
    }

    /** An SVG file. */
    public String draw() {
        Drawing drawing = Drawing.titled(
                "learning",
                LEFT + WIDTH + 16,
                LOWER + HEIGHT + 46,
                "Verification and training loss by epoch",
                "Above: accuracy and area under the curve by epoch, on pairs of people who are not in the training"
                        + " data; the dashed line is chance level (0.5). Below: mean training loss of each epoch.");
        drawVerification(drawing);
        drawLoss(drawing);
        return drawing.svg().standalone();
    }

    private void drawVerification(Drawing drawing) {
        Frame frame = new Frame(epochs(), scale(Stream.concat(accuracies.stream(), aucs.stream()), CHANCE, TOP));
        frame.drawTo(drawing, "epoch", "face verification");
        drawing.line(frame.at(0, CHANCE), frame.at(frame.x().to(), CHANCE), "reference");
        drawSeries(drawing, frame, new Series(0), accuracies);
        drawSeries(drawing, frame, new Series(1), aucs);
        legend(drawing, new Series(0), "accuracy (10-fold)", LEFT);
        legend(drawing, new Series(1), "area under the curve", LEFT + WIDTH / 2);
    }

    private void drawLoss(Drawing drawing) {
        Frame frame = new Frame(epochs(), scale(losses.stream(), 0, LOWER));
        frame.drawTo(drawing, "epoch", "training loss");
        drawSeries(drawing, frame, new Series(2), losses);
    }

    private static void drawSeries(Drawing drawing, Frame frame, Series series, List<Point> points) {
        drawing.group(series.cssClass());
        drawing.polyline(points.stream().map(frame::at).toList(), "curve");
        points.forEach(point -> series.mark(drawing, frame.at(point)));
        drawing.end();
    }

    private static void legend(Drawing drawing, Series series, String label, double leftPx) {
        drawing.group(series.cssClass());
        drawing.line(new Point(leftPx, 14), new Point(leftPx + 32, 14), "curve");
        series.mark(drawing, new Point(leftPx + 16, 14));
        drawing.end();
        drawing.text(new Point(leftPx + 40, 18), Drawing.Anchor.START, "label", label);
    }

    private Scale epochs() {
        double last = Stream.concat(accuracies.stream(), losses.stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1);
        return new Scale(0, Math.max(1, last), LEFT, LEFT + WIDTH);
    }

    /** A scale for all values and one more value that is always shown. */
    private static Scale scale(Stream<Point> points, double shown, double topPx) {
        double[] values = DoubleStream.concat(DoubleStream.of(shown), points.mapToDouble(Point::y))
                .toArray();
        double low = DoubleStream.of(values).min().orElse(shown);
        double high = DoubleStream.of(values).max().orElse(shown);
        return Scale.around(low, high, topPx + HEIGHT, topPx);
    }
}
