package org.facies.result.settings;

import java.util.List;

/**
 * A difference that is planned before the results are known: the mean of some models minus the mean of others.
 *
 * @param name unique
 * @param plus at least one
 * @param minus at least one
 */
public record PlannedContrast(String name, List<String> plus, List<String> minus) {
    public PlannedContrast {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }
}
