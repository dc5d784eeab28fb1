package org.facies.serve.store;

import java.util.List;
import java.util.Optional;
import org.facies.reading.Advice;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;

/**
 * What is fixed before the first reader reads, and never changes afterwards.
 *
 * @param advice what the model says of each case of the plan; empty where all readers are unaided
 * @param modelShown which model that is, in words for the protocol; empty without advice
 * @param manifestSha256 of the manifest's bytes
 * @param software version of Facies that prepared the study
 */
public record PreparedStudy(
        ReadingDesign design,
        ReadingPlan plan,
        List<Advice> advice,
        Optional<String> modelShown,
        String manifestSha256,
        String software) {
    public PreparedStudy {
        advice = List.copyOf(advice);
        if (!advice.isEmpty() && advice.size() != plan.cases().size()) {
            throw new IllegalArgumentException("advice for " + advice.size() + " of "
                    + plan.cases().size() + " cases");
        }
    }

    /** What the model says of a case; empty where the study has no model. */
    public Optional<Advice> advice(int caseNumber) {
        return advice.isEmpty() ? Optional.empty() : Optional.of(advice.get(caseNumber));
    }
}
