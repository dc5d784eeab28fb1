package org.facies.cli.table;

import java.util.Locale;
import org.facies.result.SelectionTable;

/** The candidates chosen inside the folds, for a terminal. */
public final class ChosenTable {
    private final SelectionTable choices;

    public ChosenTable(SelectionTable choices) {
        this.choices = choices;
    }

    /** The table, with lines of at most this many columns. */
    public String within(int columns) {
        TextTable table = new TextTable("chosen inside the folds", "fold", "candidate", "settings", "inner score");
        choices.rows().stream()
                .filter(SelectionTable.Row::chosen)
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
