package org.facies.model.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.model.weights.PickleValue.Call;
import org.facies.model.weights.PickleValue.Dictionary;
import org.facies.model.weights.PickleValue.Ignored;
import org.facies.model.weights.PickleValue.Text;
import org.facies.model.weights.PickleValue.Tuple;
import org.facies.model.weights.PickleValue.Whole;

/**
 * Interprets a pickle written by torch.save (protocol 2): a stack machine with a memo. Operations that no state dict
 * needs are refused by name before anything is executed. A name that is not one of {@link PickleNames} is refused where
 * it occurs. Nothing of Python or Java is ever looked up by name, constructed or called.
 */
final class PickleMachine {

    private static final int PROTOCOL = 2;
    private static final int MAX_OPERATIONS = 200_000;

    private final PickleInput in;
    private final List<PickleValue> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, PickleValue> memo = new HashMap<>();

    private PickleMachine(PickleInput in) {
        this.in = in;
    }

    /**
     * The object that the pickle builds.
     *
     * @throws BadInput if it is damaged, too long, or requests anything but data
     */
    static PickleValue run(PickleInput in) {
        return new PickleMachine(in).result();
    }

    private PickleValue result() {
        checkProtocol();
        for (int done = 0; done < MAX_OPERATIONS; done++) {
            Opcode opcode = in.opcode();
            if (opcode == Opcode.STOP) {
                return last();
            }
            execute(opcode);
        }
        throw in.refuse("", "is beyond the limit of " + MAX_OPERATIONS + " operations", Refusals.SAVE_AGAIN);
    }

    private void checkProtocol() {
        int protocol = in.opcode() == Opcode.PROTO ? in.octet() : 0;
        if (protocol != PROTOCOL) {
            throw in.refuse(
                    "",
                    "begins a pickle of protocol " + protocol + "; the default of torch.save is " + PROTOCOL,
                    Refusals.SAVE_AGAIN);
        }
    }

    private PickleValue last() {
        PickleValue value = pop();
        if (!stack.isEmpty() || !marks.isEmpty() || !in.atEnd()) {
            throw in.damaged("ends the pickle with values left over");
        }
        return value;
    }

    private void execute(Opcode opcode) {
        switch (opcode) {
            case MARK -> marks.push(stack.size());
            case TUPLE -> stack.add(new Tuple(popToMark()));
            case TUPLE1 -> stack.add(new Tuple(pop(1)));
            case TUPLE2 -> stack.add(new Tuple(pop(2)));
            case TUPLE3 -> stack.add(new Tuple(pop(3)));
            case BINPUT -> memo.put(in.octet(), top());
            case LONG_BINPUT -> memo.put(in.int32(), top());
            case BINGET -> stack.add(remembered(in.octet()));
            case LONG_BINGET -> stack.add(remembered(in.int32()));
            case APPEND -> append(pop(1));
            case APPENDS -> append(popToMark());
            case SETITEM -> setItems(pop(2));
            case SETITEMS -> setItems(popToMark());
            case BUILD -> ignoreAttributes();
            case BINPERSID -> stack.add(storage());
            case REDUCE -> stack.add(call());
            default -> stack.add(literal(opcode));
        }
    }

    private PickleValue literal(Opcode opcode) {
        return switch (opcode) {
            case NONE, NEWTRUE, NEWFALSE -> Ignored.SCALAR;
            case BININT -> new Whole(in.int32());
            case BININT1 -> new Whole(in.octet());
            case BININT2 -> new Whole(in.uint16());
            case LONG1 -> new Whole(in.packed());
            case BINFLOAT -> {
                in.skipReal();
                yield Ignored.SCALAR;
            }
            case BINUNICODE -> new Text(in.text());
            case EMPTY_TUPLE -> new Tuple(List.of());
            case EMPTY_LIST -> Ignored.LIST;
            case EMPTY_DICT -> Dictionary.empty();
            case GLOBAL -> known(in.name());
            default ->
                throw in.refuse(
                        opcode.name(),
                        "is a pickle operation that no file of weights needs; nothing was run",
                        Refusals.DISTRUST);
        };
    }

    private PickleValue known(PickleNames.Name name) {
        return PickleNames.meaning(name)
                .orElseThrow(() -> in.refuse(
                        name.toString(),
                        "is requested, which no file of weights needs; nothing was run",
                        Refusals.DISTRUST));
    }

    private PickleValue call() {
        List<PickleValue> callAndArguments = pop(2);
        if (callAndArguments.get(0) instanceof Call call && callAndArguments.get(1) instanceof Tuple arguments) {
            return PickleCalls.result(call, arguments.items())
                    .orElseThrow(() -> in.damaged("passes other arguments to " + call + " than torch does"));
        }
        throw in.damaged("calls a value that is not a function");
    }

    private PickleValue storage() {
        if (pop() instanceof Tuple fields) {
            return PickleCalls.storage(fields.items())
                    .orElseThrow(() -> in.damaged("refers to something other than stored numbers"));
        }
        throw in.damaged("refers to something other than stored numbers");
    }

    /** A state dict has the versions of its layers as attributes; the weights do not depend on them. */
    private void ignoreAttributes() {
        PickleValue attributes = pop();
        if (!(attributes instanceof Dictionary) || !(top() instanceof Dictionary)) {
            throw in.damaged("sets attributes of something other than a dictionary");
        }
    }

    private void append(List<PickleValue> ignored) {
        if (top() != Ignored.LIST) {
            throw in.damaged("appends " + ignored.size() + " items to something other than a list");
        }
    }

    private void setItems(List<PickleValue> keysAndValues) {
        if (!(top() instanceof Dictionary dictionary) || keysAndValues.size() % 2 != 0) {
            throw in.damaged("puts items into something other than a dictionary, or keys without values");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (keysAndValues.get(i) instanceof Text key) {
                if (dictionary.entries().put(key.text(), keysAndValues.get(i + 1)) != null) {
                    throw in.refuse(key.text(), "occurs twice in one dictionary", Refusals.FETCH_AGAIN);
                }
            } else if (!(keysAndValues.get(i) instanceof Whole)) {
                throw in.damaged("has a key that is neither a text nor a number");
            }
        }
    }

    private PickleValue remembered(int index) {
        PickleValue value = memo.get(index);
        if (value == null) {
            throw in.damaged("reads entry " + index + " of the memo, which was never stored");
        }
        return value;
    }

    private PickleValue top() {
        checkDepth(1);
        return stack.get(stack.size() - 1);
    }

    private PickleValue pop() {
        checkDepth(1);
        return stack.remove(stack.size() - 1);
    }

    private List<PickleValue> pop(int count) {
        checkDepth(count);
        return popFrom(stack.size() - count);
    }

    private List<PickleValue> popToMark() {
        if (marks.isEmpty()) {
            throw in.damaged("needs a mark, but there is none");
        }
        return popFrom(marks.pop());
    }

    private List<PickleValue> popFrom(int start) {
        List<PickleValue> popped = stack.subList(start, stack.size());
        List<PickleValue> values = List.copyOf(popped);
        popped.clear();
        return values;
    }

    /** Checks that the operation stays above the last mark. */
    private void checkDepth(int count) {
        int floor = marks.isEmpty() ? 0 : marks.peek();
        if (stack.size() - floor < count) {
            throw in.damaged("needs " + count + " values, but the stack has " + (stack.size() - floor));
        }
    }
}
