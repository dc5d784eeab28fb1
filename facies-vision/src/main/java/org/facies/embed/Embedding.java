package org.facies.embed;

import java.util.Arrays;

/** A network's representation of a face: a vector of finite numbers. Immutable; equal if all numbers are equal. */
public final class Embedding {

    private final float[] numbers;

    private Embedding(float[] numbers) {
        this.numbers = numbers;
    }

    /** An embedding with a copy of these numbers. */
    public static Embedding of(float... numbers) {
        return new Embedding(numbers.clone());
    }

    /** The length of the vector. */
    public int size() {
        return numbers.length;
    }

    /** The number at an index, from 0. */
    public float get(int index) {
        return numbers[index];
    }

    /** float[size], a copy. */
    public float[] toArray() {
        return numbers.clone();
    }

    /** The embedding scaled to length 1; all NaN if every number is zero. */
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
     * @return in [-1, 1] up to rounding; NaN if all numbers of either are zero
     */
    public double cosine(Embedding other) {
        return dot(other) / Math.sqrt(dot(this) * other.dot(other));
    }

    /** The element-wise mean with another embedding of the same size. */
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
