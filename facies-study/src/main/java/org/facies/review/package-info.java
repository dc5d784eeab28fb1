/**
 * Writes a page with the children of a finished run, for people who may see their photos: crops, diagnoses and the
 * out-of-fold answers of each model. Imports {@code org.facies.study} and the packages below it. Start with {@code
 * RunReview}.
 */
package org.facies.review;
