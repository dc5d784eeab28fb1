package org.facies.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures of a sample and of its resamples.
 *
 * @param values double[figures], of the sample itself
 * @param drawn double[figures][resamples], NaN where a resample does not define a figure
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ResampledFigures(double[] values, double[][] drawn) {

    /** Percentile estimates. */
    public List<Estimate> percentile() {
        return IntStream.range(0, values.length)
                .mapToObj(f -> Resampled.percentile(values[f], drawn[f]))
                .toList();
    }

    /** The figures from one to before another. */
    public ResampledFigures only(int from, int to) {
        return new ResampledFigures(Arrays.copyOfRange(values, from, to), Arrays.copyOfRange(drawn, from, to));
    }

    /** The differences to the same figures of others, made with the same resamples. */
    public ResampledFigures less(ResampledFigures other) {
        double[][] differences = new double[drawn.length][];
        for (int f = 0; f < drawn.length; f++) {
            differences[f] = difference(drawn[f], other.drawn[f]);
        }
        return new ResampledFigures(difference(values, other.values), differences);
    }

    private static double[] difference(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
