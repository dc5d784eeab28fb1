/**
 * The page about how many children are needed, as texts and drawings that its template shows. Imports {@code chart} and
 * {@code text}.
 * Start with {@code PowerPage}.
 */
package org.facies.report.power;
