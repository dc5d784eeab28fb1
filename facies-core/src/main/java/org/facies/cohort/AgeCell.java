package org.facies.cohort;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.cohort.AgeColumn.Unit;

/** Interprets a cell of the column {@code age_months} that is not a plain number of months. */
final class AgeCell {
    /** Codes that statistics programs use for a missing value and that would be a valid age. */
    private static final Set<Double> MISSING_CODES = Set.of(888.0, 999.0);

    private static final String GIVE_MONTHS = "Give the age in months, or leave the cell empty.";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final Pattern COMMA = Pattern.compile("([+-]?\\d+),(\\d+)");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(\\p{L}+)\\.?(?:\\s+old)?");
    private static final Pattern YEARS_AND_MONTHS = Pattern.compile(
            "(\\d{1,3})\\s*(?:[;:/+]|(?:y|yrs?|years?|j|jahre?|ans?|a\u00f1os?)\\.?[\\s,;+]*(?:and|und|et|y)?)"
                    + "\\s*(\\d{1,2})\\s*(?:m\\p{L}*\\.?)?",
            Pattern.CASE_INSENSITIVE);

    private AgeCell() {}

    /** What is doubtful about a cell, and what to do. */
    record Doubt(WarningKind kind, String what, String remedy) {}

    /** The doubt about a cell; empty if the cell is empty or holds a plausible number of months. */
    static Optional<Doubt> doubt(String cell) {
        OptionalDouble number = number(cell);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (number.isPresent() && cell.indexOf(',') < 0) {
            return outOfRange(number.getAsDouble());
        }
        if (number.isPresent()) {
            return doubt("has a decimal comma", "If it is a number of months, write " + cell.replace(',', '.') + ".");
        }
        Matcher both = YEARS_AND_MONTHS.matcher(cell);
        if (both.matches() && Integer.parseInt(both.group(2)) < 12) {
            int years = Integer.parseInt(both.group(1));
            int months = Integer.parseInt(both.group(2));
            return doubt(
                    "is not a number of months",
                    "If it is " + counted(years, "year") + " and " + counted(months, "month") + ", write "
                            + (12 * years + months) + ".");
        }
        return withUnit(cell).or(() -> doubt("is not an age in months", "Give a number, or leave the cell empty."));
    }

    /** The months in a cell, with a decimal point or comma; empty if the number stands for a missing value. */
    static OptionalDouble months(String cell) {
        return number(cell).stream()
                .filter(age -> age >= 0 && age <= AgeBand.OLDEST_MONTHS && !MISSING_CODES.contains(age))
                .findFirst();
    }

    /** Whether the cell holds an age in any unit. */
    static boolean isAge(String cell) {
        return number(cell).isPresent()
                || YEARS_AND_MONTHS.matcher(cell).matches()
                || withUnit(cell).isPresent();
    }

    /** The number in a cell, with a decimal point or comma; empty if it is not a number. */
    static OptionalDouble number(String cell) {
        Matcher comma = COMMA.matcher(cell);
        String text = comma.matches() ? comma.group(1) + "." + comma.group(2) : cell;
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    private static Optional<Doubt> outOfRange(double months) {
        if (months < 0) {
            return doubt("is negative", GIVE_MONTHS);
        }
        if (months > AgeBand.OLDEST_MONTHS) {
            return doubt("is more than 120 years in months", GIVE_MONTHS);
        }
        return MISSING_CODES.contains(months)
                ? Optional.of(new Doubt(
                        WarningKind.AGE_MISSING_CODE,
                        "is " + Math.round(months / 12) + " years in months, and often stands for a missing value",
                        "Leave the cell empty if the age is not known."))
                : Optional.empty();
    }

    private static Optional<Doubt> withUnit(String cell) {
        Matcher matcher = WITH_UNIT.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
        return Unit.of(matcher.group(2))
                .flatMap(unit -> doubt(
                        unit == Unit.MONTHS ? "has a unit" : "is not a number of months",
                        "If it is " + matcher.group(1) + " " + unit.words() + ", write " + plain(number * unit.months())
                                + "."));
    }

    private static Optional<Doubt> doubt(String what, String remedy) {
        return Optional.of(new Doubt(WarningKind.AGE_CELL, what, remedy));
    }

    private static String counted(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** The number with at most one decimal place. */
    static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
