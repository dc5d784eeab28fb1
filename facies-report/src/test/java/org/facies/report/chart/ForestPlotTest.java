package org.facies.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ForestPlotTest {
    private static final Pattern BAR =
            Pattern.compile("<line x1=\"([\\d.]+)\" y1=\"[\\d.]+\" x2=\"([\\d.]+)\" y2=\"[\\d.]+\" class=\"bar\"/>");
    private static final Pattern REFERENCE = Pattern.compile("<line x1=\"([\\d.]+)\"[^>]* class=\"reference\"/>");
    private static final Pattern MARKER = Pattern.compile("<circle cx=\"([\\d.]+)\"[^>]* class=\"marker\"/>");

    @Test
    void value_interval_and_baseline_lie_where_their_numbers_say() {
        ForestPlot.Row row = new ForestPlot.Row(
                new Series(0), "model", "0.600", Optional.of(new ForestPlot.Interval(0.6, 0.4, 0.8)), List.of());
        String svg = ForestPlot.draw("f", "t", "d", Optional.of(new ForestPlot.Baseline("baseline", 0.2)), List.of(row))
                .markup();
        double low = number(BAR, svg, 1);
        double high = number(BAR, svg, 2);
        double baseline = number(REFERENCE, svg, 1);
        assertThat(number(MARKER, svg, 1)).isCloseTo((low + high) / 2, within(0.02));
        assertThat(low - baseline).isCloseTo((high - low) / 2, within(0.02));
    }

    @Test
    void an_undefined_value_is_named_but_not_drawn() {
        ForestPlot.Row row = new ForestPlot.Row(new Series(0), "model", "–", Optional.empty(), List.of());
        String svg =
                ForestPlot.draw("f", "t", "d", Optional.empty(), List.of(row)).markup();
        assertThat(svg).contains(">model</text>", ">–</text>").doesNotContain("class=\"bar\"", "class=\"marker\"");
    }

    @Test
    void a_long_name_is_cut_in_the_drawing_and_whole_in_the_tooltip() {
        String name = "a-model-with-a-name-of-more-than-twenty-four-letters";
        ForestPlot.Row row = new ForestPlot.Row(new Series(0), name, "–", Optional.empty(), List.of());
        assertThat(ForestPlot.draw("f", "t", "d", Optional.empty(), List.of(row))
                        .markup())
                .contains(">a-model-with-a-name-of-…</text>", "<title>" + name + " –</title>");
    }

    private static double number(Pattern pattern, String svg, int group) {
        Matcher matcher = pattern.matcher(svg);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(group));
    }
}
