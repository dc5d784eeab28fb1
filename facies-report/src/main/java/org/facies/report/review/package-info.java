/**
 * The private page on which the authors of a study look at the children whom its models classified incorrectly: crops,
 * diagnoses and probabilities. It is never part of the report. Imports {@code org.facies.report.text}. Start with
 * {@code ReviewPage}.
 */
package org.facies.report.review;
