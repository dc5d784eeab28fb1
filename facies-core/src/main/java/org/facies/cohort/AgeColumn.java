package org.facies.cohort;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.input.Likeness;

/**
 * Columns that hold ages under a name other than {@code age_months}, such as {@code age}, {@code age_years}, {@code Age
 * (years)} or {@code alter}. Facies does not read them, because a wrong guess of the unit would put every child into
 * the wrong age band.
 */
final class AgeColumn {
    /** The column that is read. */
    static final String MONTHS = "age_months";

    private static final String WORD = Stream.of(
                    "age", "alter", "edad", "et\u00e0", "eta", "\u00e2ge", "idade", "leeftijd", "wiek", "ya\u015f")
            .map(Likeness::key)
            .collect(Collectors.joining("|"));

    private static final Pattern AGE = Pattern.compile("(?:patient|subject|child|proband)?s?(?:" + WORD + ")s?"
            + "(?:at|of|on|in|en|bei|am|the|de|la)*"
            + "(?:photograph|photo|picture|image|foto|aufnahme|visit|examination|exam)?"
            + "(?:in|en)?(\\p{L}*)");
    private static final Pattern OLD = Pattern.compile("(years|months)(?:old|ofage)");

    private AgeColumn() {}

    /** A unit of age. */
    enum Unit {
        YEARS(
                "years",
                12,
                " y yr yrs year years yo j jahr jahre jahren a an ans anni ano anos a\u00f1o a\u00f1os jaar "),
        MONTHS("months", 1, " m mo mos mth mths mon month months monat monate monaten mois mes meses mesi maanden "),
        WEEKS("weeks", 12 / 52.1775, " w wk wks week weeks woche wochen semaines semanas "),
        DAYS("days", 12 / 365.2425, " d day days tag tage tagen jours dias d\u00edas giorni ");

        private final String words;
        private final double months;
        private final String names;

        Unit(String words, double months, String names) {
            this.words = words;
            this.months = months;
            this.names = names;
        }

        /** The name of the unit, in the plural. */
        String words() {
            return words;
        }

        /** The length of the unit in months. */
        double months() {
            return months;
        }

        /** The unit with this name, in one of several languages. */
        static Optional<Unit> of(String name) {
            String wanted = " " + Likeness.key(name) + " ";
            return Arrays.stream(values())
                    .filter(unit -> unit.names.contains(wanted))
                    .findFirst();
        }
    }

    /** Whether an unread column holds ages, judged by its name and by at least half of its values. */
    static boolean isUnread(String column, Collection<String> values) {
        List<String> filled = values.stream().filter(value -> !value.isEmpty()).toList();
        long ages = filled.stream().filter(AgeCell::isAge).count();
        return !column.equals(MONTHS) && isNamed(column) && ages > 0 && 2 * ages >= filled.size();
    }

    /** The unit stated in the name of a column of ages. */
    static Optional<Unit> unit(String column) {
        Matcher old = OLD.matcher(letters(column));
        Matcher age = AGE.matcher(letters(column));
        return old.matches() ? Unit.of(old.group(1)) : age.matches() ? Unit.of(age.group(1)) : Optional.empty();
    }

    private static boolean isNamed(String column) {
        Matcher age = AGE.matcher(letters(column));
        boolean bare = age.matches() && age.group(1).isEmpty();
        return bare || unit(column).isPresent();
    }

    private static String letters(String column) {
        return Likeness.key(column).replaceAll("[^\\p{L}]", "");
    }
}
