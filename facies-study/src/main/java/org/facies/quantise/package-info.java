/**
 * Measures the cost of int8 on the user's own cohort: a network is quantised with some subjects and compared with its
 * float32 version on the others ({@link org.facies.quantise.QuantisationTrial}). May import everything below the
 * application. Start with
 * {@code QuantisationTrial}.
 */
package org.facies.quantise;
