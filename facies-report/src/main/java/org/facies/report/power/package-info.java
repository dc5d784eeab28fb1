/**
 * The pages that answer how many children a study needs ({@code PowerPage}) and how many readers and cases a reader
 * study needs ({@code ReaderPlanPage}), as texts and drawings for their templates. Imports {@code chart} and {@code
 * text}. Start with {@code PowerPage}.
 */
package org.facies.report.power;
