package org.facies.model.weights;

import java.util.List;
import java.util.Optional;

/**
 * A tensor as a safetensors header describes it.
 *
 * @param begin offset of its numbers, in bytes after the header
 * @param end offset of the byte after them
 */
record StoredRange(NumberType type, List<Long> shape, long begin, long end) {

    StoredRange {
        shape = List.copyOf(shape);
    }

    long bytes() {
        return end - begin;
    }

    StridedView view() {
        return StridedView.rowMajor(type, bytes() / type.bytes(), shape);
    }

    /**
     * The defect of the range; empty if it has none.
     *
     * @param expectedBegin end of the previous range
     */
    Optional<String> flaw(long expectedBegin) {
        if (begin != expectedBegin || end < begin) {
            return Optional.of("has the bytes " + begin + " to " + end + ", but should begin at " + expectedBegin
                    + ", where the previous tensor ends");
        }
        StridedView view = view();
        Optional<String> flaw = view.flaw();
        if (flaw.isEmpty() && (long) view.elements() * type.bytes() != bytes()) {
            return Optional.of("has the shape " + shape + " of type " + type + " but " + bytes() + " bytes");
        }
        return flaw;
    }
}
