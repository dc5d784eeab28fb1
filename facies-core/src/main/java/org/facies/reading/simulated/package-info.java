/**
 * Readers who are programs, for demonstrations and tests: they know the diagnosis and see it through noise. Whatever
 * they answer is marked as simulated. Imports {@code reading}. Start with {@code SimulatedReaders}.
 */
package org.facies.reading.simulated;
