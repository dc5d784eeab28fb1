package org.facies.embed;

import java.util.Arrays;

/** A face as a network sees it: a vector of finite numbers. Immutable; equal to a vector of the same numbers. */
public final class Embedding {

    private final float[] numbers;

    private Embedding(float[] numbers) {
        this.numbers = numbers;
    }

    /** An embedding of the numbers, copied. */
    public static Embedding of(float... numbers) {
        return new Embedding(numbers.clone());
    }

    /** How many numbers it has. */
    public int size() {
        return numbers.length;
    }

    /** The number at an index from 0 on. */
    public float get(int index) {
        return numbers[index];
    }

    /** float[size], a copy. */
    public float[] toArray() {
        return numbers.clone();
    }

    /** Scaled to length 1; NaN throughout if every number is zero. */
    public Embedding unit() {
        double length = Math.sqrt(dot(this));
        float[] unit = new float[numbers.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (numbers[i] / length);
        }
        return new Embedding(unit);
    }

    /** double[size]: the numbers of {@link #unit}. */
    public double[] direction() {
        float[] unit = unit().numbers;
        double[] wide = new double[unit.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = unit[i];
        }
        return wide;
    }

    /**
     * Cosine of the angle to an embedding of the same size.
     *
     * @return in [-1, 1] up to rounding; NaN if one of them is zero throughout
     */
    public double cosine(Embedding other) {
        return dot(other) / Math.sqrt(dot(this) * other.dot(other));
    }

    /** Number by number, the mean of this and another embedding of the same size. */
    public Embedding mean(Embedding other) {
        requireSameSize(other);
        float[] mean = new float[numbers.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (numbers[i] + other.numbers[i]) / 2;
        }
        return new Embedding(mean);
    }

    private double dot(Embedding other) {
        requireSameSize(other);
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (double) numbers[i] * other.numbers[i];
        }
        return sum;
    }

    private void requireSameSize(Embedding other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException(size() + " numbers and " + other.size() + " numbers");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(numbers, embedding.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
