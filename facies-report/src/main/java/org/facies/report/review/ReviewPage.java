package org.facies.report.review;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.report.text.Numbers;

/**
 * The page of a review, without the children, who are written one by one. Its filters are radio buttons and a style
 * sheet; the page has no script.
 *
 * @param study the name of the study
 * @param models their names
 * @param chosen position of the model that is shown when the page opens
 * @param classes display names, in class order
 * @param remarks on these children, one sentence each
 */
public record ReviewPage(
        String study,
        List<String> models,
        int chosen,
        List<String> classes,
        int children,
        int photos,
        List<String> remarks) {
    /** The warning at the top of the page, which the command prints too. */
    public static final String PRIVATE =
            "This page shows photos of children with their ids and diagnoses. Protect it as you protect the photos."
                    + " It is not part of the report. Do not share it.";

    private static final String ALL = "a";

    /** Style of the chosen button and of the focused one; only chosen buttons are printed. */
    private static final String CHOICE = """
            #%1$s:checked~.top label[for=%1$s]{background:var(--ink);color:var(--page)}
            #%1$s:focus-visible~.top label[for=%1$s]{outline:3px solid var(--accent);outline-offset:2px}
            @media print{#%1$s:not(:checked)~.top label[for=%1$s]{display:none}}
            """;

    public ReviewPage {
        models = List.copyOf(models);
        classes = List.copyOf(classes);
        remarks = List.copyOf(remarks);
    }

    /** One choice of a filter. */
    public record Choice(String id, String label, boolean isChosen) {}

    /** A group of radio buttons. */
    public record Filter(String name, String legend, List<Choice> choices) {}

    /** The filters in the order that the style sheet requires. */
    public List<Filter> filters() {
        Stream<Choice> statuses = Stream.of(ReviewStatus.values())
                .map(status -> new Choice("s" + status.letter(), status.words(), false));
        return List.of(
                new Filter("model", "Model", choices("m", "all models", models, chosen)),
                new Filter("class", "Diagnosis", choices("c", "all diagnoses", classes, -1)),
                new Filter(
                        "answer",
                        "Answer",
                        Stream.concat(Stream.of(new Choice("s" + ALL, "all answers", true)), statuses)
                                .toList()));
    }

    /** @param chosen position among the labels; -1 for "all" */
    private static List<Choice> choices(String prefix, String all, List<String> labels, int chosen) {
        Stream<Choice> single =
                IntStream.range(0, labels.size()).mapToObj(i -> new Choice(prefix + i, labels.get(i), i == chosen));
        return Stream.concat(Stream.of(new Choice(prefix + ALL, all, chosen < 0)), single)
                .toList();
    }

    public String counted() {
        return (children == 1 ? "1 child" : Numbers.count(children) + " children") + ", "
                + (photos == 1 ? "1 photo" : Numbers.count(photos) + " photos");
    }

    /** The style sheet of the filters: which children they hide, and in which order they show the others. */
    public String css() {
        StringBuilder css = new StringBuilder(1 << 12);
        filters().stream()
                .flatMap(filter -> filter.choices().stream())
                .forEach(choice -> css.append(CHOICE.formatted(choice.id())));
        IntStream.range(0, classes.size())
                .forEach(c -> css.append("#c%1$d:checked~main .child:not(.c%1$d){display:none}".formatted(c)));
        IntStream.range(0, models.size()).forEach(m -> {
            css.append("#m%1$d:checked~main .said:not(.m%1$d){display:none}".formatted(m));
            appendModel(css, Integer.toString(m));
        });
        appendModel(css, ALL);
        return css.toString();
    }

    /** Adds which children are shown for a model at each status, and in which order. */
    private static void appendModel(StringBuilder css, String model) {
        css.append("#m%1$s:checked~main .child{order:var(--o%1$s)}".formatted(model));
        for (ReviewStatus status : ReviewStatus.values()) {
            css.append("#m%1$s:checked~#s%2$s:checked~main .child:not(.%2$s%1$s){display:none}"
                    .formatted(model, status.letter()));
        }
    }
}
