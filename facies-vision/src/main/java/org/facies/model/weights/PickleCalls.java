package org.facies.model.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.model.weights.PickleValue.Call;
import org.facies.model.weights.PickleValue.Dictionary;
import org.facies.model.weights.PickleValue.Numbers;
import org.facies.model.weights.PickleValue.Storage;
import org.facies.model.weights.PickleValue.Tensor;
import org.facies.model.weights.PickleValue.Text;
import org.facies.model.weights.PickleValue.Tuple;
import org.facies.model.weights.PickleValue.Whole;

/** The results of calls in a pickle of weights; empty if the arguments are not those that torch writes. */
final class PickleCalls {

    private static final int STORAGE_FIELDS = 5;
    private static final int TENSOR_ARGUMENTS = 6;
    private static final int PARAMETER_ARGUMENTS = 3;

    private PickleCalls() {}

    /** @param arguments of a function, in Python's order */
    static Optional<PickleValue> result(Call call, List<PickleValue> arguments) {
        return switch (call) {
            case ORDERED_DICT -> arguments.isEmpty() ? Optional.of(Dictionary.empty()) : Optional.empty();
            case REBUILD_TENSOR -> tensor(arguments);
            case REBUILD_PARAMETER -> parameter(arguments);
        };
    }

    /** {@code ("storage", type, key, device, count)}. */
    static Optional<PickleValue> storage(List<PickleValue> fields) {
        if (fields.size() == STORAGE_FIELDS
                && fields.get(0) instanceof Text kind
                && kind.text().equals("storage")
                && fields.get(1) instanceof Numbers numbers
                && fields.get(2) instanceof Text key
                && fields.get(3) instanceof Text
                && fields.get(4) instanceof Whole count) {
            return Optional.of(new Storage(numbers.type(), key.text(), count.number()));
        }
        return Optional.empty();
    }

    /** {@code (storage, offset, shape, strides, requires_grad, hooks)}, and sometimes metadata. */
    private static Optional<PickleValue> tensor(List<PickleValue> arguments) {
        if (arguments.size() >= TENSOR_ARGUMENTS
                && arguments.size() <= TENSOR_ARGUMENTS + 1
                && arguments.get(0) instanceof Storage storage
                && arguments.get(1) instanceof Whole offset) {
            return numbers(arguments.get(2))
                    .flatMap(shape -> numbers(arguments.get(3))
                            .map(strides ->
                                    new StridedView(storage.type(), storage.count(), offset.number(), shape, strides)))
                    .map(view -> new Tensor(storage, view));
        }
        return Optional.empty();
    }

    /** {@code (tensor, requires_grad, hooks)}. */
    private static Optional<PickleValue> parameter(List<PickleValue> arguments) {
        return arguments.size() == PARAMETER_ARGUMENTS && arguments.get(0) instanceof Tensor tensor
                ? Optional.of(tensor)
                : Optional.empty();
    }

    private static Optional<List<Long>> numbers(PickleValue value) {
        if (!(value instanceof Tuple tuple) || tuple.items().size() > StridedView.MAX_RANK) {
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : tuple.items()) {
            if (!(item instanceof Whole whole)) {
                return Optional.empty();
            }
            numbers.add(whole.number());
        }
        return Optional.of(numbers);
    }
}
