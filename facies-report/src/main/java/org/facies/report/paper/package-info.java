/**
 * Texts for a paper about a study: the methods, the limitations, and two reporting checklists that are filled in where
 * the run knows the answer. Reads {@code org.facies.report.run} and returns text only; the sections that show it are
 * elsewhere. Start with {@link org.facies.report.paper.MethodsText}.
 */
package org.facies.report.paper;
