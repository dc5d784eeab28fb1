package org.facies.report.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.reader.ReaderAgreement;
import org.facies.report.text.EstimateText;

/**
 * How far readers agree.
 *
 * @param n cases that all judged
 * @param fleiss with its interval
 * @param standardError of Fleiss' kappa if readers answered by chance
 * @param p that they agree no more than by chance
 * @param categories Fleiss' kappa of each class against all others
 * @param pairs Cohen's kappa of every two
 */
public record Agreement(
        long n, EstimateText fleiss, double standardError, double p, Map<String, Double> categories, List<Pair> pairs) {

    /** Two readers. */
    public record Pair(String a, String b, long n, EstimateText kappa) {}

    static Agreement of(ReaderAgreement core) {
        ReaderAgreement.Fleiss fleiss = core.fleiss();
        Map<String, Double> categories = new LinkedHashMap<>();
        core.perCategory().forEach((name, category) -> categories.put(name, category.value()));
        return new Agreement(
                core.n(),
                EstimateText.of(fleiss.value(), fleiss.interval(), fleiss.method(), fleiss.reason()),
                fleiss.standardError(),
                fleiss.p(),
                categories,
                core.pairs().stream()
                        .map(pair -> new Pair(
                                pair.a(),
                                pair.b(),
                                pair.n(),
                                EstimateText.of(pair.value(), pair.interval(), "", pair.reason())))
                        .toList());
    }
}
