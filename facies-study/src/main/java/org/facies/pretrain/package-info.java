/**
 * Makes a pretrained backbone of a group's own face data: photos with identities in, a network of the model zoo out,
 * measured on pairs of people that it was not trained on. Imports {@code study} for what every run has (lock, recorded
 * settings, progress) and {@code report.chart}. Start with {@link org.facies.pretrain.Pretraining}.
 */
package org.facies.pretrain;
