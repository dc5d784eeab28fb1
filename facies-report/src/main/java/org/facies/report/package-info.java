/**
 * The report of a study: {@code ReportWriter} reads a run directory ({@code run}), turns it to sections
 * ({@code section}) with charts ({@code chart}) and lets the jte templates of {@code src/main/jte} write one HTML file.
 * Imports core and jte. Start with {@code ReportWriter}, then the template {@code report.jte}.
 */
package org.facies.report;
