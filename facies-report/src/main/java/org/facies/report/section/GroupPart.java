package org.facies.report.section;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.metric.Metric;
import org.facies.reader.GroupComparison;
import org.facies.reader.ReaderAgreement;
import org.facies.report.run.DisplayNames;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * Readers as a group: how models compare with it, and how far the readers agree.
 *
 * @param tests a row for each model and metric; empty for a single reader
 * @param agreement sentences, or empty for a single reader
 * @param pairs a row for every two readers
 */
public record GroupPart(List<Row> tests, String agreement, List<Pair> pairs) {

    /** One model by one metric. */
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

    static GroupPart of(ReadersText readers, DisplayNames names) {
        Optional<ReaderAgreement> agreement = readers.agreement();
        return new GroupPart(
                readers.groupTests().stream().map(GroupPart::row).toList(),
                agreement.map(known -> sentence(known, readers, names)).orElse(""),
                agreement.map(ReaderAgreement::pairs).orElse(List.of()).stream()
                        .map(pair -> new Pair(
                                readers.shown(pair.a()),
                                readers.shown(pair.b()),
                                Numbers.count(pair.n()),
                                Cell.of(kappa(pair))))
                        .toList());
    }

    private static String named(ReadersText readers) {
        boolean isNone = readers.names().stream()
                .anyMatch(name -> readers.cannotSay(name).isPresent());
        return isNone ? " for which all named a class" : "";
    }

    private static EstimateText kappa(ReaderAgreement.Pair pair) {
        return EstimateText.of(pair.value(), pair.interval(), "", pair.reason());
    }

    private static Row row(GroupComparison test) {
        EstimateText difference = EstimateText.of(test.difference());
        return new Row(
                test.model(),
                MetricText.title(Metric.valueOf(test.figure().toUpperCase(Locale.ROOT))),
                Numbers.score(test.value()),
                Numbers.score(test.readers()),
                difference.fullText(),
                Numbers.probability(test.pHolm()),
                Numbers.probability(test.p()),
                verdict(test));
    }

    /** The verdict of a test in words. */
    static String verdict(GroupComparison test) {
        if (!(test.pHolm() < PairTest.SIGNIFICANCE)) {
            return "no difference shown";
        }
        return test.difference().value() > 0
                ? "readers are better on average"
                : "the model is better than readers on average";
    }

    private static String sentence(ReaderAgreement agreement, ReadersText readers, DisplayNames names) {
        ReaderAgreement.Fleiss all = agreement.fleiss();
        EstimateText fleiss = EstimateText.of(all.value(), all.interval(), all.method(), all.reason());
        if (!fleiss.isDefined()) {
            return "Fleiss’ kappa does not exist here: " + fleiss.reason() + ".";
        }
        List<String> classes = agreement.perCategory().entrySet().stream()
                .map(one -> names.of(one.getKey()) + " "
                        + Numbers.score(one.getValue().value()))
                .toList();
        return "Fleiss’ kappa of all readers on " + readers.cases(agreement.n()) + named(readers)
                + " is "
                + fleiss.fullText() + " (standard error by chance "
                + Numbers.score(all.standardError()) + ", p\u00a0" + Numbers.relation(all.p())
                + " that they agree no more than by chance); class by class: " + Phrases.list(classes)
                + ". Chance alone gives 0, perfect agreement 1.";
    }
}
