package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.calibration.ClassCalibration;
import org.facies.result.AuditReport;
import org.facies.result.Measured;
import org.facies.result.MetricsFile;
import org.facies.result.PerformanceChange;
import org.facies.result.PredictionRecord;
import org.facies.schema.GroupReference;
import org.facies.schema.KeyReference;
import org.facies.schema.Meaning;
import org.junit.jupiter.api.Test;

/** The page {@code docs/reference/metrics.md}, made of {@code reference/metrics.yaml} and the meanings of keys. */
class MetricReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "metrics.md");
    private static final Path REGISTRY = Path.of("src", "test", "resources", "reference", "metrics.yaml");
    private static final int MOST_PLACES = 4;

    private static final Map<String, List<GroupReference>> FILES = files();

    /** How intervals are made, by the word that {@code method} holds. */
    private static final Map<String, String> METHODS = methods();

    private static Map<String, List<GroupReference>> files() {
        Map<String, List<GroupReference>> files = new LinkedHashMap<>();
        files.put("metrics.json", MetricsFile.FILE.reference());
        files.put("validation.json", PerformanceChange.FILE.reference());
        files.put("audit.json", AuditReport.FILE.reference());
        files.put("prediction.json", PredictionRecord.FORMAT.reference());
        return files;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("wilson", "Wilson's score interval of a proportion of subjects | Wilson 1927");
        methods.put(
                "subject-bootstrap",
                "percentiles over resamples of subjects, drawn within their class | Efron and Tibshirani 1993,"
                        + " chapter 13");
        methods.put(
                "subject-bootstrap-bca",
                "bias-corrected and accelerated, over the same resamples; percentiles if it has no width | Efron 1987");
        methods.put(
                "subject-bootstrap-basic",
                "percentiles mirrored at the value: resampling inflates what is computed from bins | Davison and"
                        + " Hinkley"
                        + " 1997, section 5.2.1");
        methods.put(
                "subject-jackknife-logit",
                "symmetric in log odds, with the error of leaving out subjects within their class and Satterthwaite's"
                        + " degrees of freedom; subject-bootstrap-bca if the area is 0 or 1, or a class has one subject"
                        + " | Efron and Tibshirani 1993, eq. 11.5; Brunner and Munzel 2000");
        methods.put(
                "subject-jackknife-t",
                "value ± t · standard error, with the error of leaving out subjects within their class"
                        + " | Efron and Tibshirani 1993, eq. 11.5; Satterthwaite 1946");
        methods.put(
                "bonett-price",
                "paired proportions with one more subject in each direction, if no subject differs | Bonett and Price"
                        + " 2012");
        methods.put(
                "nadeau-bengio", "corrected resampled t over folds | Nadeau and Bengio 2003; Bouckaert and Frank 2004");
        methods.put("newcombe", "difference of two independent proportions | Newcombe 1998, method 10");
        methods.put(
                "mover-wilson",
                "difference of two means of proportions, from Wilson's intervals | Zou and Donner 2008");
        methods.put(
                "log-likelihood-ratio",
                "normal in the logarithm of the likelihood ratio | Simel, Samsa and Matchar 1991");
        methods.put("wald", "normal, with the standard error of maximum likelihood | Cox 1958");
        methods.put("large-sample", "normal, with the large-sample standard error | Fleiss, Cohen and Everitt 1969");
        methods.put(
                "obuchowski-rockette",
                "readers and cases as random samples, errors by jackknife over subjects | Obuchowski and Rockette 1995;"
                        + " Hillis 2007");
        methods.put("mean-of-reader-slopes-t", "Student's t over the slopes of the readers | —");
        methods.put("none", "no interval that is known to be correct | —");
        return methods;
    }

    private record Entry(List<String> at, String name, String formula, String interval, String source) {
        static Entry of(JsonNode node) {
            List<String> at = new ArrayList<>();
            node.get("at").forEach(one -> at.add(one.textValue()));
            String interval = node.path("interval").asText("");
            return new Entry(
                    at,
                    node.get("name").textValue(),
                    node.get("formula").textValue(),
                    interval.isEmpty() ? intervalOfTheCode(at.get(0)) : interval,
                    node.get("source").textValue());
        }

        /** Of a metric over all classes or of one class. */
        private static String intervalOfTheCode(String at) {
            String constant = at.substring(at.indexOf('.') + 1);
            ScoreFigure.Interval interval = at.startsWith("Metric.")
                    ? Metric.valueOf(constant).figure().interval()
                    : ClassMetric.valueOf(constant).interval();
            return switch (interval) {
                case PROPORTION -> "wilson; over photos subject-bootstrap-bca";
                case AREA -> "subject-jackknife-logit";
                case BOOTSTRAP -> "subject-bootstrap-bca";
                case MIRRORED -> "subject-bootstrap-basic";
            };
        }
    }

    private record Section(String title, String text, List<Entry> entries) {}

    private static List<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : new YAMLMapper().readTree(Files.readString(REGISTRY))) {
            List<Entry> entries = new ArrayList<>();
            section.get("metrics").forEach(metric -> entries.add(Entry.of(metric)));
            sections.add(new Section(
                    section.get("title").textValue(), section.get("text").textValue(), entries));
        }
        return sections;
    }

    private static Stream<Entry> entries() throws IOException {
        return sections().stream().flatMap(section -> section.entries().stream());
    }

    @Test
    void every_metric_and_every_key_with_an_interval_has_an_entry() throws IOException {
        Set<String> known = entries().flatMap(entry -> entry.at().stream()).collect(Collectors.toSet());
        Set<String> wanted = new TreeSet<>();
        Stream.of(Metric.values()).forEach(metric -> wanted.add("Metric." + metric.name()));
        Stream.of(ClassMetric.values()).forEach(metric -> wanted.add("ClassMetric." + metric.name()));
        FILES.values().stream()
                .flatMap(List::stream)
                .filter(group -> group.type().isRecord())
                .forEach(group -> Stream.of(group.type().getRecordComponents())
                        .filter(MetricReferenceTest::isEstimate)
                        .forEach(component -> wanted.add(group.name() + "." + component.getName())));
        wanted.removeAll(known);

        assertThat(wanted).as("describe it in %s", REGISTRY).isEmpty();
    }

    private static boolean isEstimate(RecordComponent component) {
        String type = component.getGenericType().getTypeName();
        return (type.contains(Estimate.class.getName()) || type.contains(Measured.class.getName()))
                && !type.contains(Metric.class.getName() + ",")
                && !type.contains(ClassMetric.class.getName() + ",");
    }

    @Test
    void every_entry_is_of_something_that_exists() throws IOException {
        entries()
                .flatMap(entry -> entry.at().stream())
                .filter(at -> !at.contains("Rule."))
                .forEach(at -> assertThat(places(at)).as(at).isNotEmpty());
    }

    @Test
    void every_method_of_an_interval_is_explained() throws Exception {
        Set<String> words = new LinkedHashSet<>();
        for (Class<?> type :
                List.of(Estimate.class, PairedModels.class, UnpairedDifference.class, ClassCalibration.class)) {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    words.add((String) field.get(null));
                }
            }
        }
        assertThat(METHODS).containsKeys(words.toArray(String[]::new));
        entries()
                .flatMap(entry -> Stream.of(entry.interval().split("[;,]? |;", -1)))
                .filter(word -> word.contains("-") && !word.contains("micro"))
                .forEach(word -> assertThat(METHODS).containsKey(word));
    }

    @Test
    void the_published_page_is_that_of_the_registry() throws IOException {
        String page = page();
        if (Boolean.getBoolean("facies.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it with: mvn -pl facies-core test -Dtest=MetricReferenceTest"
                        + " -Dsurefire.argLine=-Dfacies.update=true")
                .exists()
                .hasContent(page);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Metrics

                Every metric that Facies writes: formula, range, interval and source. This page is generated. \
                Paths are those of \
                [metrics.json](files/metrics.md), unless another file is named. An undefined value is `null`, and \
                `reason` \
                says why.

                ## Intervals

                Intervals have a level of 95 %. The key `method` next to an interval says how it was made. \
                Intervals over subjects \
                describe these trained models and new subjects from the same population. `nadeau-bengio` describes \
                models that are \
                retrained on as many new subjects.

                | method | interval | source |
                |---|---|---|
                """);
        METHODS.forEach((word, text) -> page.append("| `" + word + "` | " + text + " |\n"));
        for (Section section : sections()) {
            page.append("\n## " + section.title() + "\n\n" + section.text() + "\n");
            section.entries().forEach(entry -> page.append("\n" + entry(entry)));
        }
        return page.toString();
    }

    private static String entry(Entry entry) {
        List<String> places = entry.at().stream()
                .flatMap(at -> places(at).stream())
                .distinct()
                .toList();
        Meaning meaning = meaning(entry.at().get(0));
        StringBuilder text = new StringBuilder("### " + entry.name() + "\n\n");
        text.append(sentence(meaning.text()) + "\n\n| | |\n|---|---|\n");
        text.append(row(
                "key",
                places.stream().limit(MOST_PLACES).collect(Collectors.joining("; "))
                        + (places.size() > MOST_PLACES ? "; and " + (places.size() - MOST_PLACES) + " more" : "")));
        text.append(row("formula", entry.formula()));
        text.append(row("range", meaning.range()));
        text.append(row("interval", entry.interval()));
        text.append(row("undefined", meaning.undefined()));
        text.append(row("source", entry.source()));
        return text.toString();
    }

    private static String row(String name, String content) {
        return content.isEmpty() || content.equals("—")
                ? ""
                : "| " + name + " | " + content.replace("|", "\\|") + " |\n";
    }

    private static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    /** Where a component or a constant stands: paths of keys, with the file if it is not metrics.json. */
    private static List<String> places(String at) {
        List<String> places = new ArrayList<>();
        FILES.forEach((file, groups) -> groups.forEach(group -> key(group, at).ifPresent(key -> {
            String path = group.paths().isEmpty() ? "" : group.paths().get(0) + ".";
            places.add("`" + path + key.key() + "`" + (file.equals("metrics.json") ? "" : " in " + file));
        })));
        return places.stream()
                .filter(place -> !place.contains(" in ") || places.stream().allMatch(other -> other.contains(" in ")))
                .toList();
    }

    private static Meaning meaning(String at) {
        return FILES.values().stream()
                .flatMap(List::stream)
                .flatMap(group -> key(group, at).stream())
                .findFirst()
                .orElseThrow()
                .meaning();
    }

    private static Optional<KeyReference> key(GroupReference group, String at) {
        String type = at.substring(0, at.lastIndexOf('.'));
        String member = at.substring(at.lastIndexOf('.') + 1);
        if (!group.name().equals(type)) {
            return Optional.empty();
        }
        String name = group.type().isEnum() ? member.toLowerCase(Locale.ROOT) : name(group.type(), member);
        return group.keys().stream()
                .filter(key -> key.key().replaceFirst("[.\\[].*", "").equals(name))
                .findFirst();
    }

    private static String name(Class<?> type, String component) {
        return Stream.of(type.getRecordComponents())
                .filter(one -> one.getName().equals(component))
                .map(one -> one.getAccessor().getAnnotation(JsonProperty.class))
                .filter(named -> named != null && !named.value().isEmpty())
                .map(JsonProperty::value)
                .findFirst()
                .orElseGet(() ->
                        component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
}
