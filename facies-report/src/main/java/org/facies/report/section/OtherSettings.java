package org.facies.report.section;

import java.util.List;
import org.facies.report.text.Phrases;
import org.facies.result.ContrastFairness;

/**
 * Settings in which the models of a contrast differ, apart from its factor.
 *
 * @param reason why the contrast cannot be read as the effect of its factor
 * @param caption of the table
 * @param added names of the added models
 * @param subtracted names of the subtracted models
 */
public record OtherSettings(String reason, String caption, String added, String subtracted, List<Row> rows) {

    /** A setting with the values of both sides. */
    public record Row(String setting, String added, String subtracted) {}

    public OtherSettings {
        rows = List.copyOf(rows);
    }

    static List<OtherSettings> of(List<ContrastFairness.Unfair> contrasts) {
        return contrasts.stream().map(OtherSettings::of).toList();
    }

    private static OtherSettings of(ContrastFairness.Unfair unfair) {
        List<List<String>> pairs = unfair.contrast().pairs();
        return new OtherSettings(
                unfair.reason(),
                "Contrast “" + unfair.contrast().name() + "”: what else differs",
                models(pairs, 0),
                models(pairs, 1),
                unfair.differences().stream()
                        .map(one -> new Row(
                                Phrases.capitalised(one.setting()),
                                Phrases.list(one.added()),
                                Phrases.list(one.subtracted())))
                        .toList());
    }

    private static String models(List<List<String>> pairs, int side) {
        return Phrases.list(
                pairs.stream().map(pair -> pair.get(side)).distinct().toList());
    }
}
