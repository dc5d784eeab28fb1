package org.facies.report.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cohort.NamedClass;
import org.facies.result.MetricsFile;
import org.facies.uncertainty.Screening;

/**
 * The names of the classes in a report: the name in {@code metrics.json}, which comes from {@code classes.csv}; where
 * there is none, a readable form of the label. Files keep the labels.
 *
 * @param byLabel names of the run's classes by label
 */
public record DisplayNames(Map<String, String> byLabel) {
    private static final String NO_SYNDROME = "no syndrome";
    private static final String USUAL_UNAFFECTED = "none";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
    private static final Pattern TWO_PERSONS = Pattern.compile("([a-z]{4,})-([a-z]{4,})");

    public DisplayNames {
        byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    }

    static DisplayNames of(MetricsFile metrics) {
        Set<String> unaffected = new HashSet<>(Set.of(USUAL_UNAFFECTED));
        metrics.models().values().stream()
                .flatMap(model -> model.screening().map(Screening::unaffected).stream())
                .forEach(unaffected::add);
        Map<String, String> names = new LinkedHashMap<>();
        for (NamedClass named : metrics.classes()) {
            names.put(named.label(), name(named, unaffected.contains(named.label())));
        }
        boolean isUnique = new HashSet<>(names.values()).size() == names.size();
        return new DisplayNames(
                isUnique ? names : metrics.labels().stream().collect(Collectors.toMap(label -> label, label -> label)));
    }

    /** The name of a class; a label that is no class of the run stays as it is. */
    public String of(String label) {
        return byLabel.getOrDefault(label, label);
    }

    /** The names of classes, in the same order. */
    public List<String> of(List<String> labels) {
        return labels.stream().map(this::of).toList();
    }

    /**
     * A sentence of a run file with names instead of labels, where the word before it shows that a class is meant:
     * {@code class}, or a metric as in {@code sensitivity for none}.
     */
    public String in(String sentence) {
        if (byLabel.isEmpty()) {
            return sentence;
        }
        String labels = byLabel.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("\\b(class|(?:sensitivity|specificity|recall|precision) for) (" + labels + ")(?![\\w-])")
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + of(found.group(2))));
    }

    private static String name(NamedClass named, boolean isUnaffected) {
        boolean hasName = !named.name().equals(named.label());
        return hasName ? named.name() : isUnaffected ? NO_SYNDROME : readable(named.label());
    }

    /** {@code Williams–Beuren} of {@code williams-beuren}; a label that is no simple key stays as it is. */
    private static String readable(String label) {
        if (!KEY.matcher(label).matches()) {
            return label;
        }
        Matcher persons = TWO_PERSONS.matcher(label);
        return persons.matches()
                ? capitalised(persons.group(1)) + "–" + capitalised(persons.group(2))
                : Stream.of(label.split("[-_]")).map(DisplayNames::capitalised).collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        return Optional.of(word)
                .filter(known -> !Set.of("de", "of", "and", "the", "van", "von").contains(known))
                .map(known -> known.substring(0, 1).toUpperCase(Locale.ROOT) + known.substring(1))
                .orElse(word);
    }
}
