package org.facies.report.section;

import org.facies.report.text.Numbers;

/** Numbers of children in words. */
final class Children {
    private Children() {}

    /** {@code 1 child}, {@code 1,666 children}. */
    static String counted(long number) {
        return Numbers.count(number) + "\u00a0" + (number == 1 ? "child" : "children");
    }
}
