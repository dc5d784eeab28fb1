/**
 * The model's answers about the children of a reader study: out of fold from a finished run, or from a bundle whose run
 * has not seen them. Imports {@code bundle}, {@code result}, {@code run}, {@code decision}, {@code calibration},
 * {@code conformal}, {@code metric}, {@code statistic}, {@code reading}, {@code cohort}, {@code align},
 * {@code workspace}, {@code progress}, {@code file} and {@code input}. Start with {@code CaseAdvice}.
 */
package org.facies.serve.advice;
