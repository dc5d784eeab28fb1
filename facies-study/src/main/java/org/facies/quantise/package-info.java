/**
 * What int8 costs on the user's own cohort: a network is quantised on some subjects and compared with itself on the
 * others ({@link org.facies.quantise.QuantisationTrial}). May import everything below the application. Start with
 * {@code QuantisationTrial}.
 */
package org.facies.quantise;
