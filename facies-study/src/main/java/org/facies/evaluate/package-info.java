/**
 * Evaluates the predictions of another tool, with readers and a manifest if they are given: {@code
 * ImportedPredictions}. Imports core and {@code study}, whose files it writes. Start with {@code ImportedPredictions}.
 */
package org.facies.evaluate;
