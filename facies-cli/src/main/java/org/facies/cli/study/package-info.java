/**
 * The commands of {@code facies study}. Imports what commands share, and studies, their validation, power and reports.
 * Start with {@link org.facies.cli.study.StudyCommand}.
 */
package org.facies.cli.study;
