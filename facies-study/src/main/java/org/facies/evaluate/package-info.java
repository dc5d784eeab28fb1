/**
 * Evaluates predictions that another tool made, with readers and a manifest if there are such: {@code
 * ImportedPredictions}. Imports core and {@code study}, whose files it writes. Start with {@code ImportedPredictions}.
 */
package org.facies.evaluate;
