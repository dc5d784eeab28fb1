/**
 * What a report takes from a run directory, as plain data; identifiers of subjects and photos end here. Imports core's
 * {@code result}, {@code metric}, {@code reader}, {@code table}, {@code input} and {@code run}, and
 * Jackson. Start with {@code RunDirectory}.
 */
package org.facies.report.run;
