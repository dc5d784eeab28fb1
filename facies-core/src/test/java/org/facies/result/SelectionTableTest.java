package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTableTest {

    @Test
    void the_candidate_that_most_folds_chose_is_taken() {
        assertThat(chosen(3, 2, 3, 1, 3).mostChosen("tuned"))
                .hasValue(new SelectionTable.MostChosen(3, "margin 0.3", 3, 5));
    }

    @Test
    void of_equals_the_first_in_the_list_is_taken() {
        assertThat(chosen(3, 2, 2, 3).mostChosen("tuned"))
                .hasValue(new SelectionTable.MostChosen(2, "margin 0.2", 2, 4));
        assertThat(chosen(3, 1, 2).mostChosen("tuned")).hasValue(new SelectionTable.MostChosen(1, "margin 0.1", 1, 3));
    }

    @Test
    void a_model_that_was_not_tuned_has_none() {
        assertThat(chosen(1, 1).mostChosen("other")).isEmpty();
    }

    /** Three candidates in each fold, of which one is chosen. */
    private static SelectionTable chosen(int... byFold) {
        List<SelectionTable.Row> rows = new ArrayList<>();
        for (int fold = 0; fold < byFold.length; fold++) {
            for (int candidate = 1; candidate <= 3; candidate++) {
                rows.add(new SelectionTable.Row(
                        "tuned",
                        fold,
                        candidate,
                        "margin 0." + candidate,
                        "accuracy",
                        30,
                        0.5,
                        0.1,
                        candidate == byFold[fold]));
            }
        }
        return new SelectionTable(rows);
    }
}
