/**
 * What a paper needs from a study: the methods in words, the limitations, and two reporting checklists filled where the
 * run knows the answer. Reads {@code org.facies.report.run} and writes text only; the sections that show it are
 * elsewhere. Read {@link org.facies.report.paper.MethodsText} first.
 */
package org.facies.report.paper;
