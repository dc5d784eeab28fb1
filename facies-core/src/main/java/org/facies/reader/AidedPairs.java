package org.facies.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cases that one reader answered without the model and again after its answer was shown.
 *
 * @param unaided the answers without the model
 * @param aided the answers after the model's, for the same cases in the same order
 */
record AidedPairs(Reader unaided, Reader aided) {

    /** The pairs; empty if the reader never saw the model's answer. */
    static Optional<AidedPairs> of(Reader reader) {
        return of(reader, reader.further().aided().stream().map(Answer::caseId).collect(Collectors.toSet()));
    }

    private static Optional<AidedPairs> of(Reader reader, Set<String> wanted) {
        Map<String, Answer> aided = new HashMap<>();
        reader.further().aided().forEach(answer -> aided.put(answer.caseId(), answer));
        List<Answer> first = reader.answers().stream()
                .filter(answer -> wanted.contains(answer.caseId()) && aided.containsKey(answer.caseId()))
                .toList();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new AidedPairs(
                        reader.with(first),
                        reader.with(first.stream()
                                .map(answer -> aided.get(answer.caseId()))
                                .toList())));
    }

    String name() {
        return unaided.name();
    }

    int size() {
        return unaided.answers().size();
    }

    Set<String> cases() {
        return unaided.answers().stream().map(Answer::caseId).collect(Collectors.toSet());
    }

    boolean isWeighed() {
        return unaided.isWeighed() && aided.isWeighed();
    }

    /** Visits all cases with both answers. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < size(); i++) {
            visitor.visit(unaided.answers().get(i), aided.answers().get(i));
        }
    }

    /** Receives the two answers to a case. */
    @FunctionalInterface
    interface Visitor {
        void visit(Answer unaided, Answer aided);
    }
}
