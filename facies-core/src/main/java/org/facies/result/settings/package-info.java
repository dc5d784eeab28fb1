/**
 * What a study was asked to do: the settings in {@code study.yaml}, every default written out. Imports {@code fold},
 * {@code metric}, {@code uncertainty}, {@code schema} and how {@code run} distinguishes texts from numbers. Start with
 * {@link org.facies.result.settings.StudySettings}.
 */
package org.facies.result.settings;
