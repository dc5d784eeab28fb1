package org.facies.cohort;

import java.util.ArrayList;
import java.util.List;
import org.facies.cohort.AgeColumn.Unit;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Checks the ages of a manifest, or of another table with a row for each photo or subject. Every finding is a warning.
 *
 * <p>Each cell of {@code age_months} that is not a number of months is reported, with a guess at what was meant.
 *
 * <p>The numbers alone do not show their unit. A warning asks about the whole column in these cases:
 *
 * <ul>
 *   <li>Days: a tenth of the ages or more would be above 100 years.
 *   <li>Years, with fractions: some age is not a whole number. In addition, either all ages are below 24, so that
 *       everybody would be younger than two years, or three quarters are at most 18 and none is above 100.
 *   <li>Years, whole numbers: there are {@value #FEWEST} ages or more, and all are whole. The highest is from {@value
 *       #LOW_TOP} to {@value #CHILDHOOD_YEARS}, and at most one in twenty is 0 or 1. Infants with whole months from 0
 *       to 23 therefore cause no warning. Infants of whom none is older than 18 months or younger than 2 do.
 *   <li>Years in some rows: two ages or more between {@value #NEWBORN} and {@value #CHILDHOOD_YEARS} are not whole
 *       numbers, while all ages from 24 on are.
 * </ul>
 *
 * <p>If no cell of {@code age_months} holds an age, other columns with ages are reported, because they are not read.
 */
final class AgeChecks {
    private static final int FEWEST = 5;
    private static final int LOW_TOP = 6;
    private static final int CHILDHOOD_YEARS = 18;
    private static final int NEWBORN = 3;
    private static final int TWO_YEARS = 24;
    private static final int HUNDRED = 100;

    private final CsvTable table;
    private final ManifestFindings findings;

    AgeChecks(CsvTable table, ManifestFindings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        List<Double> ages = new ArrayList<>();
        if (table.columns().contains(AgeColumn.MONTHS)) {
            boolean days = areDays();
            for (CsvRow row : table.rows()) {
                String cell = row.get(AgeColumn.MONTHS);
                AgeCell.doubt(cell).filter(doubt -> !(days && isOld(cell))).ifPresent(doubt -> warn(row, doubt));
                AgeCell.months(cell).ifPresent(ages::add);
            }
            if (!days) {
                years(ages);
            }
        }
        if (ages.isEmpty()) {
            table.columns().stream()
                    .filter(column -> AgeColumn.isUnread(column, cells(column)))
                    .forEach(this::unread);
        }
    }

    private boolean areDays() {
        List<Double> numbers = cells(AgeColumn.MONTHS).stream()
                .flatMapToDouble(cell -> AgeCell.number(cell).stream())
                .boxed()
                .toList();
        long old = numbers.stream().filter(age -> age > 12 * HUNDRED).count();
        boolean days = old > 0 && 10 * old >= numbers.size();
        if (days) {
            ask(
                    "has " + numbers.size() + " ages, which makes " + old + " older than 100 years",
                    "Are they in days? If so, divide them by 30.44; if some stand for a missing value, leave their"
                            + " cells empty.");
        }
        return days;
    }

    private static boolean isOld(String cell) {
        return AgeCell.number(cell).stream().anyMatch(age -> age > 12 * HUNDRED);
    }

    private void years(List<Double> ages) {
        double top = ages.stream().mapToDouble(age -> age).max().orElse(0);
        long fractions = ages.stream().filter(age -> !isWhole(age)).count();
        if (fractions > 0 ? areLikeYears(ages, top) : areLikeWholeYears(ages, top)) {
            double least = ages.stream().mapToDouble(age -> age).min().orElse(0);
            long young = ages.stream().filter(age -> age < TWO_YEARS).count();
            ask(
                    "has " + ages.size() + (ages.size() == 1 ? " age" : " ages") + " from " + AgeCell.plain(least)
                            + " to "
                            + AgeCell.plain(top) + (fractions > 0 ? ", not all whole numbers" : ", all whole numbers")
                            + ", which makes " + (young == ages.size() ? "everybody" : young + " of them")
                            + " younger than two years",
                    "Are they in years? If so, multiply them by 12; if they are in months, leave them as they are.");
            return;
        }
        long inYears = ages.stream()
                .filter(age -> !isWhole(age) && age > NEWBORN && age <= CHILDHOOD_YEARS)
                .count();
        boolean othersWhole = ages.stream().filter(age -> age >= TWO_YEARS).allMatch(AgeChecks::isWhole);
        if (inYears > 1 && othersWhole && top >= TWO_YEARS) {
            ask(
                    "has " + inYears + " ages of at most 18 that are not whole numbers, while all ages from 24 on are",
                    "Are these few in years? If so, multiply them by 12; if they are in months, leave them as they"
                            + " are.");
        }
    }

    private static boolean areLikeYears(List<Double> ages, double top) {
        long children = ages.stream().filter(age -> age <= CHILDHOOD_YEARS).count();
        return top < TWO_YEARS || (4 * children >= 3L * ages.size() && top <= HUNDRED);
    }

    private static boolean areLikeWholeYears(List<Double> ages, double top) {
        long youngest = ages.stream().filter(age -> age < 2).count();
        return ages.size() >= FEWEST && top >= LOW_TOP && top <= CHILDHOOD_YEARS && 20 * youngest <= ages.size();
    }

    private static boolean isWhole(double age) {
        return age == Math.rint(age);
    }

    private void unread(String column) {
        String remedy = AgeColumn.unit(column)
                .map(AgeChecks::conversion)
                .orElse("Name it age_months if it holds months; if it holds years, multiply them by 12 as well.");
        findings.cohort(Finding.warning(
                WarningKind.AGE_COLUMN,
                table.source() + " row 1",
                column,
                "is a column that is not used; Facies reads ages from age_months, in months",
                remedy));
    }

    private static String conversion(Unit unit) {
        return switch (unit) {
            case YEARS -> "Name it age_months and multiply the years by 12.";
            case MONTHS -> "Name it age_months.";
            case WEEKS -> "Name it age_months and divide the weeks by 4.35.";
            case DAYS -> "Name it age_months and divide the days by 30.44.";
        };
    }

    private List<String> cells(String column) {
        return table.rows().stream().map(row -> row.get(column)).toList();
    }

    private void warn(CsvRow row, AgeCell.Doubt doubt) {
        String where = table.where(row, AgeColumn.MONTHS);
        findings.warning(
                row, Finding.warning(doubt.kind(), where, row.get(AgeColumn.MONTHS), doubt.what(), doubt.remedy()));
    }

    private void ask(String what, String remedy) {
        findings.cohort(Finding.warning(
                WarningKind.AGE_UNIT, table.source() + ", column " + AgeColumn.MONTHS, "", what, remedy));
    }
}
