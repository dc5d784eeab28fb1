package org.facies.report.review;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.report.text.Numbers;

/**
 * The page of a review, but for the children, who are written one by one. Its filters are radio buttons and a style
 * sheet; there is no script.
 *
 * @param study its name
 * @param models their names
 * @param chosen position of the model that is shown at first
 * @param classes their names for people, in class order
 * @param remarks what a reader has to know of these children, a sentence each
 */
public record ReviewPage(
        String study,
        List<String> models,
        int chosen,
        List<String> classes,
        int children,
        int photos,
        List<String> remarks) {
    /** What stands at the top of the page, and what the command says. */
    public static final String PRIVATE =
            "This page shows photos of children, with their ids and diagnoses. Keep it as you keep the photos. It is no"
                    + " part of the report. Do not share it.";

    private static final String ALL = "a";

    /** How a chosen button and one with the focus look; on paper only the chosen ones are there. */
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

    /** Radio buttons of which one is chosen. */
    public record Filter(String name, String legend, List<Choice> choices) {}

    /** In the order in which the style sheet needs them. */
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

    /** @param chosen position among the labels; that of all for -1 */
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

    /** What the choices hide and how they order. */
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

    /** Which children a model shows at each status, and in which order. */
    private static void appendModel(StringBuilder css, String model) {
        css.append("#m%1$s:checked~main .child{order:var(--o%1$s)}".formatted(model));
        for (ReviewStatus status : ReviewStatus.values()) {
            css.append("#m%1$s:checked~#s%2$s:checked~main .child:not(.%2$s%1$s){display:none}"
                    .formatted(model, status.letter()));
        }
    }
}
