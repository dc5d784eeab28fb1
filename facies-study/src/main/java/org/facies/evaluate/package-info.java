/**
 * Evaluates predictions that another tool made, with readers and a manifest if there are such: {@code
 * BroughtPredictions}. Imports core and {@code study}, whose files it writes. Start with {@code BroughtPredictions}.
 */
package org.facies.evaluate;
