package org.facies.report.section;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.metric.Metric;
import org.facies.report.run.Agreement;
import org.facies.report.run.GroupTest;
import org.facies.report.run.Readers;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * Readers as a group: how models compare with it, and how far its members agree.
 *
 * @param tests a row for each model and figure; empty for a single reader
 * @param agreement sentences, or empty for a single reader
 * @param pairs a row for every two readers
 */
public record GroupPart(List<Row> tests, String agreement, List<Pair> pairs) {

    /** One model by one figure. */
    public record Row(
            String model,
            String figure,
            String value,
            String readers,
            String difference,
            String p,
            String raw,
            String verdict) {}

    /** Two readers. */
    public record Pair(String a, String b, String cases, Cell kappa) {}

    public GroupPart {
        tests = List.copyOf(tests);
        pairs = List.copyOf(pairs);
    }

    static GroupPart of(Readers readers) {
        Optional<Agreement> agreement = readers.agreement();
        return new GroupPart(
                readers.groupTests().stream().map(GroupPart::row).toList(),
                agreement.map(known -> sentence(known, readers.level())).orElse(""),
                agreement.map(Agreement::pairs).orElse(List.of()).stream()
                        .map(pair -> new Pair(pair.a(), pair.b(), Numbers.count(pair.n()), Cell.of(pair.kappa())))
                        .toList());
    }

    private static Row row(GroupTest test) {
        return new Row(
                test.model(),
                MetricText.title(Metric.valueOf(test.figure().toUpperCase(Locale.ROOT))),
                Numbers.score(test.modelValue()),
                Numbers.score(test.readersMean()),
                test.difference().fullText(),
                Numbers.probability(test.holm()),
                Numbers.probability(test.p()),
                test.verdict());
    }

    private static String sentence(Agreement agreement, String level) {
        if (!agreement.fleiss().isDefined()) {
            return "Fleiss’ kappa does not exist here: " + agreement.fleiss().reason() + ".";
        }
        List<String> classes = agreement.categories().entrySet().stream()
                .map(one -> one.getKey() + " " + Numbers.score(one.getValue()))
                .toList();
        return "Fleiss’ kappa of all readers on " + Phrases.counted(agreement.n(), level) + " is "
                + agreement.fleiss().fullText() + " (standard error by chance "
                + Numbers.score(agreement.standardError()) + ", p\u00a0" + Numbers.relation(agreement.p())
                + " that they agree no more than by chance); class by class: " + Phrases.list(classes)
                + ". 0 is what chance alone gives, 1 is perfect.";
    }
}
