/**
 * What a report takes from a run directory, as plain data; identifiers of subjects and photos end here. Imports core's
 * {@code metric}, {@code table} and {@code input}, {@code StudyTree} of {@code study}, and Jackson. Start with {@code RunDirectory}.
 */
package org.facies.report.run;
