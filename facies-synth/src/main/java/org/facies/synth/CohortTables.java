package org.facies.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.synth.population.Portrait;
import org.facies.synth.population.PortrayedChild;
import org.facies.table.CsvFile;

/** The tables of a synthetic cohort. */
final class CohortTables {

    private CohortTables() {}

    static void writeManifest(SyntheticFolder folder, List<PortrayedChild> children) {
        List<List<String>> rows = new ArrayList<>();
        for (PortrayedChild child : children) {
            for (Portrait portrait : child.portraits()) {
                rows.add(List.of(
                        portrait.path(),
                        child.subject(),
                        child.diagnosis(),
                        String.valueOf(portrait.ageMonths()),
                        child.sex(),
                        child.ancestry(),
                        child.site()));
            }
        }
        CsvFile.write(
                folder.manifest(),
                List.of("photo", "subject", "diagnosis", "age_months", "sex", "ancestry", "site"),
                rows);
    }

    /** One row for each child: the severity, and each trait's value in SD at the first photo, shifts included. */
    static void writeParameters(SyntheticFolder folder, List<String> traits, List<PortrayedChild> children) {
        List<String> header = new ArrayList<>(List.of("subject", "diagnosis", "severity"));
        traits.forEach(trait -> header.add(trait + "_sd"));
        List<List<String>> rows = new ArrayList<>();
        for (PortrayedChild child : children) {
            List<String> row = new ArrayList<>(List.of(child.subject(), child.diagnosis(), number(child.severity())));
            traits.forEach(trait -> row.add(number(child.traitsSd().get(trait))));
            rows.add(row);
        }
        CsvFile.write(folder.parameters(), header, rows);
    }

    static void writeNearDuplicates(SyntheticFolder folder, List<PortrayedChild> children) {
        List<List<String>> rows = new ArrayList<>();
        for (PortrayedChild child : children) {
            for (Portrait portrait : child.portraits()) {
                Optional<String> original = portrait.copyOf();
                String change = portrait.alteration().name().toLowerCase(Locale.ROOT);
                original.ifPresent(
                        of -> rows.add(List.of(portrait.path(), of, change.equals("none") ? "recompressed" : change)));
            }
        }
        CsvFile.write(folder.nearDuplicates(), List.of("photo", "copy_of", "change"), rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
