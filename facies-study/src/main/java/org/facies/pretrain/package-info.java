/**
 * Trains a backbone on a group's own photos of people and installs it in the model zoo, measured on pairs of people
 * that it was not trained on. Imports {@code study} for lock, recorded settings and progress and {@code report.chart}.
 * Start with {@link org.facies.pretrain.Pretraining}.
 */
package org.facies.pretrain;
