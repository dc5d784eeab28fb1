package org.facies.cli;

import java.util.Locale;
import org.facies.result.ChoiceTable;

/** What was chosen inside the folds, for a terminal. */
final class ChosenTable {
    private final ChoiceTable choices;

    ChosenTable(ChoiceTable choices) {
        this.choices = choices;
    }

    /** The tables with lines of at most so many columns. */
    String within(int columns) {
        TextTable table = new TextTable("chosen inside the folds", "fold", "candidate", "settings", "inner score");
        choices.rows().stream()
                .filter(ChoiceTable.Row::chosen)
                .forEach(row -> table.row(
                        row.model(),
                        row.fold(),
                        row.candidate(),
                        row.settings(),
                        String.format(
                                Locale.ROOT,
                                "%s %.3f ± %.3f",
                                row.metric().replace('_', ' '),
                                row.score(),
                                row.standardError())));
        return table.within(columns);
    }
}
