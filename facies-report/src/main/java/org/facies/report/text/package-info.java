/**
 * Numbers and phrases of a report as text. Imports the packages {@code metric} and {@code statistic} of the core. Start
 * with {@code Numbers}.
 */
package org.facies.report.text;
