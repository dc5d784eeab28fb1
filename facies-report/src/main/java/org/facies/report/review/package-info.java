/**
 * The private page on which a study's own people look at the children whom its models got wrong: crops, diagnoses,
 * probabilities. Never part of the report. Imports {@code org.facies.report.text}. Start with {@code ReviewPage}.
 */
package org.facies.report.review;
