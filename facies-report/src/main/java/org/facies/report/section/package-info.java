/**
 * The sections of a report: each record is made of a {@code Run} by its {@code of} and holds exactly what its template
 * shows, numbers already written out. Imports {@code run}, {@code chart} and {@code text}. Start with {@code Page}.
 */
package org.facies.report.section;
