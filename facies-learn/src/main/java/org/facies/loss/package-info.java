/**
 * Margin losses on the unit sphere, and the cross-entropy after them. Imports libtorch. Start with
 * {@link org.facies.loss.MarginLoss}.
 */
package org.facies.loss;
