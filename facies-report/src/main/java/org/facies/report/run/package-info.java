/**
 * A run directory as one value: the records of core's {@code result}, read by {@code RunReader}. Imports core's {@code
 * result}, {@code metric}, {@code fold}, {@code input}, {@code file} and {@code run}, and {@code text}. Start with
 * {@code Run}.
 */
package org.facies.report.run;
