package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.report.text.Numbers;

/**
 * How far readers agree with themselves on cases that were shown twice.
 *
 * @param rows one for each reader who saw a case twice
 */
public record RepeatPart(List<Row> rows) {

    /** A reader. */
    public record Row(String reader, String shown, String same, Cell agreement, Cell kappa) {}

    public RepeatPart {
        rows = List.copyOf(rows);
    }

    static Optional<RepeatPart> of(ReadersText readers) {
        return readers.reading().readersRepeated().map(repeats -> {
            List<Row> rows = new ArrayList<>();
            repeats.perReader()
                    .forEach((reader, own) -> rows.add(new Row(
                            readers.shown(reader),
                            Numbers.count(own.shown()),
                            Numbers.count(own.same()) + " of " + Numbers.count(own.n()),
                            Cell.of(own.agreement()),
                            Cell.of(own.cohenKappa()))));
            return new RepeatPart(rows);
        });
    }
}
