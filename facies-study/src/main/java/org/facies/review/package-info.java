/**
 * The children of a finished run, one by one, for those who are allowed to see their photos: crops, diagnoses and what
 * each model said of them out of fold. Imports {@code org.facies.study} and the packages below it. Start with {@code
 * RunReview}.
 */
package org.facies.review;
