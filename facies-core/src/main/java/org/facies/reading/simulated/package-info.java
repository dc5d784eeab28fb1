/**
 * Simulated readers for demonstrations and tests. They know the diagnosis and see it with noise. All their answers are
 * marked as simulated. Imports {@code reading}. Start with {@code SimulatedReaders}.
 */
package org.facies.reading.simulated;
