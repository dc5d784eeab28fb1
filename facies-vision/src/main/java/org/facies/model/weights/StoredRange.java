package org.facies.model.weights;

import java.util.List;
import java.util.Optional;

/**
 * A tensor as a safetensors header describes it.
 *
 * @param begin of its numbers, in bytes behind the header
 * @param end the byte after them
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
     * What is wrong with it, or nothing.
     *
     * @param expectedBegin where the range before it ends
     */
    Optional<String> flaw(long expectedBegin) {
        if (begin != expectedBegin || end < begin) {
            return Optional.of("has the bytes " + begin + " to " + end + ", and the next one that belongs to no other"
                    + " tensor is " + expectedBegin);
        }
        StridedView view = view();
        Optional<String> flaw = view.flaw();
        if (flaw.isEmpty() && (long) view.elements() * type.bytes() != bytes()) {
            return Optional.of("has the shape " + shape + " of type " + type + " in " + bytes() + " bytes");
        }
        return flaw;
    }
}
