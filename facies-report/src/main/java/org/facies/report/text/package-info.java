/** How numbers and words are written in a report. Imports core's {@code metric} and
 * {@code statistic}. Start with {@code Numbers}. */
package org.facies.report.text;
